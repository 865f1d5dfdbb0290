local answers = require "stub.answers"
local lightroom = require "stub.lightroom"

describe("Taking back", function()
  local catalog, Apply, Crops, Json, TakeBack

  before_each(function()
    catalog = lightroom.start()
    Apply, Crops, TakeBack, Json = require "Apply", require "Crops", require "TakeBack", require "Json"
  end)

  local function set(photo, verb, given, run, replace)
    lightroom.run(function()
      local how = { verb = verb, run = run, stars = true, flags = true, labels = true, replace = replace or false }
      local room = verb == "crop" and Crops or Apply
      assert(room.batch(catalog, _PLUGIN, { { photo = photo, result = answers.result(photo.raw.path, given) } }, how, "test"))
    end)
  end

  local function take_back()
    local run, report
    lightroom.run(function()
      run = TakeBack.newest(catalog, _PLUGIN)
      local photos = TakeBack.photos(catalog, _PLUGIN, run)
      report = assert(TakeBack.batch(catalog, _PLUGIN, photos, run, "test"))
      assert.is_nil(TakeBack.finish(catalog, _PLUGIN, run, "test"))
    end)
    return run, report
  end

  it("puts back what was there, and leaves no trace", function()
    local photo = catalog:add("/a.jpg")
    set(photo, "rate", { rating = 4, score = 71, why = "sharp" }, "one rate")
    local run, report = take_back()
    assert.are.equal("one rate", run)
    assert.are.equal(1, report.changed)
    assert.is_nil(photo.raw.rating)
    assert.are.same({}, photo.properties)
    lightroom.run(function()
      assert.is_nil(TakeBack.newest(catalog, _PLUGIN))
    end)
  end)

  it("puts back a person's marks that were replaced", function()
    local photo = catalog:add("/a.jpg", { rating = 2, pickStatus = -1 })
    photo.formatted.label = "To print"
    set(photo, "pick", { pick = 1, label = "green", decision = "keeper" }, "one pick", true)
    assert.are.same({ 1, "green" }, { photo.raw.pickStatus, photo.raw.colorNameForLabel })
    take_back()
    assert.are.same({ 2, -1, "To print" }, { photo.raw.rating, photo.raw.pickStatus, photo.formatted.label })
  end)

  it("leaves what a person changed since", function()
    local photo = catalog:add("/a.jpg")
    set(photo, "pick", { pick = 1, label = "green" }, "one pick")
    photo.raw.pickStatus = -1
    local _, report = take_back()
    assert.are.same({ -1, "none" }, { photo.raw.pickStatus, photo.raw.colorNameForLabel })
    assert.are.equal(1, report.kept)
  end)

  it("goes back run by run", function()
    local photo = catalog:add("/a.jpg")
    set(photo, "rate", { rating = 3, score = 50 }, "one rate")
    set(photo, "rate", { rating = 4, score = 60 }, "two rate")
    assert.are.equal("two rate", (take_back()))
    assert.are.same({ 3, "050" }, { photo.raw.rating, photo.properties.score })
    set(photo, "rate", { rating = 5, score = 90 }, "three rate")
    assert.are.equal(5, photo.raw.rating)
    take_back()
    assert.are.equal("one rate", (take_back()))
    assert.is_nil(photo.raw.rating)
  end)

  it("puts a crop back, and only while it is ours", function()
    local ours, changed = catalog:add("/a.jpg"), catalog:add("/b.jpg")
    changed.develop.Exposure2012 = 0.3
    local crop = { box = Json.array({ 0.1, 0.1, 0.9, 0.9 }), turn_deg = 0, aspect = "free" }
    for _, photo in ipairs({ ours, changed }) do
      set(photo, "crop", { crop = crop, orientation = 1, size_px = Json.array({ 3, 2 }) }, "one crop")
    end
    changed.develop.CropLeft = 0.2
    local _, report = take_back()
    assert.are.same({ 0, 1, false }, { ours.develop.CropLeft, ours.develop.CropRight, ours.develop.HasCrop })
    assert.are.equal(0.2, changed.develop.CropLeft)
    assert.are.same({ 2, 1 }, { report.changed, report.kept })
  end)

  it("can be repeated where it was cut off", function()
    local one, two = catalog:add("/a.jpg"), catalog:add("/b.jpg")
    set(one, "rate", { rating = 3 }, "one rate")
    set(two, "rate", { rating = 3 }, "one rate")
    lightroom.run(function()
      assert(TakeBack.batch(catalog, _PLUGIN, { one }, "one rate", "test"))
    end)
    local _, report = take_back()
    assert.are.equal(1, report.changed)
    assert.is_nil(two.raw.rating)
  end)

  it("finds photos whose run has the same beginning as another", function()
    local one, two = catalog:add("/a.jpg"), catalog:add("/b.jpg")
    set(one, "rate", { rating = 3 }, "run 10")
    set(two, "rate", { rating = 3 }, "run 1")
    lightroom.run(function()
      assert.are.same({ two }, TakeBack.photos(catalog, _PLUGIN, "run 1"))
    end)
  end)

  it("remembers eight runs of a photo", function()
    local photo = catalog:add("/a.jpg")
    for index = 1, 10 do
      set(photo, "rate", { rating = index % 5 + 1 }, "run " .. index)
    end
    for _ = 1, 8 do
      take_back()
    end
    assert.are.equal(3, photo.raw.rating)
    lightroom.run(function()
      assert.is_nil(TakeBack.newest(catalog, _PLUGIN))
    end)
  end)
end)
