local answers = require "stub.answers"
local lightroom = require "stub.lightroom"

describe("Apply", function()
  local catalog, Apply

  before_each(function()
    catalog = lightroom.start()
    Apply = require "Apply"
  end)

  local function wishes(verb, given)
    local all = { verb = verb, run = "2026-11-22 10:00:00 " .. verb, stars = true, flags = true, labels = true, replace = false }
    for key, value in pairs(given or {}) do
      all[key] = value
    end
    return all
  end

  local function apply(items, how)
    local report, problem
    lightroom.run(function()
      report, problem = Apply.batch(catalog, _PLUGIN, items, how, "test")
    end)
    return report, problem
  end

  local function one(photo, given, how)
    return apply({ { photo = photo, result = answers.result(photo.raw.path, given) } }, how)
  end

  it("sets stars, score, band and reason of a rated photo", function()
    local photo = catalog:add("/a.jpg")
    local report = one(photo, { rating = 4, score = 71.3, why = "sharp" }, wishes("rate"))
    assert.are.equal(1, report.changed)
    assert.are.equal(4, photo.raw.rating)
    assert.are.same({ "071", "60", "sharp" }, { photo.properties.score, photo.properties.band, photo.properties.reason })
    assert.are.equal(0, photo.raw.pickStatus)
  end)

  it("bands every score from 0 to 100", function()
    for score, band in pairs({ [0] = "0", [19.4] = "0", [19.6] = "20", [59.9] = "60", [79.4] = "60", [80] = "80", [100] = "80" }) do
      assert.are.equal(band, Apply.own_fields({ score = score, why = "" }).band)
    end
  end)

  it("sets flag, label and decision of a pick, and no stars", function()
    local photo = catalog:add("/a.jpg")
    one(photo, { pick = 1, label = "green", decision = "keeper", rating = 5, score = 80 }, wishes("pick"))
    assert.are.equal(1, photo.raw.pickStatus)
    assert.are.equal("green", photo.raw.colorNameForLabel)
    assert.are.equal("Grün", photo.formatted.label)
    assert.are.equal("keeper", photo.properties.decision)
    assert.is_nil(photo.raw.rating)
  end)

  it("spells no stars as Lightroom does", function()
    local photo = catalog:add("/a.jpg")
    one(photo, { rating = 3 }, wishes("rate"))
    one(photo, { rating = 0 }, wishes("rate"))
    assert.is_nil(photo.raw.rating)
  end)

  it("leaves what a person set in Lightroom", function()
    local photo = catalog:add("/a.jpg", { rating = 2, pickStatus = -1, colorNameForLabel = "blue" })
    local rated = one(photo, { rating = 5, score = 90 }, wishes("rate"))
    local picked = one(photo, { pick = 1, label = "green" }, wishes("pick"))
    assert.are.same({ 2, -1, "blue" }, { photo.raw.rating, photo.raw.pickStatus, photo.raw.colorNameForLabel })
    assert.are.equal(Apply.YOURS, rated.kept[1].why.rating)
    assert.are.same({ pickStatus = Apply.YOURS, label = Apply.YOURS }, picked.kept[1].why)
    assert.are.equal("090", photo.properties.score)
  end)

  it("leaves a label whose text has no colour", function()
    local photo = catalog:add("/a.jpg")
    photo.formatted.label = "To print"
    local report = one(photo, { label = "green" }, wishes("pick"))
    assert.are.equal("To print", photo.formatted.label)
    assert.are.equal(Apply.YOURS, report.kept[1].why.label)
  end)

  it("leaves what a person set in another program", function()
    local photo = catalog:add("/a.jpg")
    local person = { rated = true, flagged = true, labelled = true }
    local rated = one(photo, { rating = 5, person = person }, wishes("rate"))
    local picked = one(photo, { pick = 1, label = "green", person = person }, wishes("pick"))
    assert.is_nil(photo.raw.rating)
    assert.are.equal(0, photo.raw.pickStatus)
    assert.are.equal(Apply.ELSEWHERE, rated.kept[1].why.rating)
    assert.are.same({ pickStatus = Apply.ELSEWHERE, label = Apply.ELSEWHERE }, picked.kept[1].why)
  end)

  it("changes its own marks when the advice changes", function()
    local photo = catalog:add("/a.jpg")
    one(photo, { rating = 3 }, wishes("rate"))
    local report = one(photo, { rating = 4 }, wishes("rate", { run = "later" }))
    assert.are.equal(4, photo.raw.rating)
    assert.are.equal(0, #report.kept)
  end)

  it("knows its own marks where Lightroom has saved them into the file", function()
    local photo = catalog:add("/a.jpg")
    one(photo, { rating = 3 }, wishes("rate"))
    local person = { rated = true, flagged = false, labelled = false }
    one(photo, { rating = 4, person = person }, wishes("rate", { run = "later" }))
    assert.are.equal(4, photo.raw.rating)
  end)

  it("leaves its own mark once a person has changed it or taken it away", function()
    local changed, taken = catalog:add("/a.jpg"), catalog:add("/b.jpg")
    one(changed, { rating = 3 }, wishes("rate"))
    one(taken, { rating = 3 }, wishes("rate"))
    changed.raw.rating, taken.raw.rating = 5, nil
    local first = one(changed, { rating = 4 }, wishes("rate", { run = "later" }))
    local second = one(taken, { rating = 4 }, wishes("rate", { run = "later" }))
    assert.are.equal(5, changed.raw.rating)
    assert.is_nil(taken.raw.rating)
    assert.are.equal(Apply.YOURS, first.kept[1].why.rating)
    assert.are.equal(Apply.TAKEN_AWAY, second.kept[1].why.rating)
  end)

  it("replaces a person's marks when it is asked to", function()
    local photo = catalog:add("/a.jpg", { rating = 2 })
    one(photo, { rating = 5 }, wishes("rate", { replace = true }))
    assert.are.equal(5, photo.raw.rating)
  end)

  it("takes a ledger that cannot be read for none: what stands there is a person's", function()
    local photo = catalog:add("/a.jpg", { rating = 3 })
    photo.properties.ledger = '{"ours":{"rating":3'
    one(photo, { rating = 5 }, wishes("rate"))
    assert.are.equal(3, photo.raw.rating)
  end)

  it("sets only what the settings ask for", function()
    local photo = catalog:add("/a.jpg")
    one(photo, { rating = 5 }, wishes("rate", { stars = false }))
    one(photo, { pick = 1, label = "green" }, wishes("pick", { flags = false }))
    assert.is_nil(photo.raw.rating)
    assert.are.same({ 0, "green" }, { photo.raw.pickStatus, photo.raw.colorNameForLabel })
  end)

  it("changes nothing the second time", function()
    local photo = catalog:add("/a.jpg")
    one(photo, { rating = 3, score = 50, why = "soft" }, wishes("rate"))
    local report = one(photo, { rating = 3, score = 50, why = "soft" }, wishes("rate", { run = "later" }))
    assert.are.equal(0, report.changed)
    assert.are.equal(0, catalog.accesses[2].changes)
  end)

  it("cuts a long reason between characters", function()
    local reason = Apply.own_fields({ why = string.rep("ü", 400) }).reason
    assert.is_true(#reason <= 500)
    assert.are.equal("ü...", reason:sub(-5))
  end)

  it("writes a batch in one access", function()
    local items = {}
    for index = 1, 50 do
      local photo = catalog:add("/" .. index .. ".jpg")
      items[index] = { photo = photo, result = answers.result(photo.raw.path, { rating = 3 }) }
    end
    apply(items, wishes("rate"))
    assert.are.equal(1, #catalog.accesses)
  end)

  it("leaves no photo of a batch changed when one of them fails", function()
    local good, bad = catalog:add("/a.jpg"), catalog:add("/b.jpg")
    bad.setRawMetadata = function()
      error("the photo is gone")
    end
    local items = {
      { photo = good, result = answers.result("/a.jpg", { rating = 3, score = 40 }) },
      { photo = bad, result = answers.result("/b.jpg", { rating = 3 }) },
    }
    assert.has_error(function()
      apply(items, wishes("rate"))
    end)
    assert.is_nil(good.raw.rating)
    assert.are.same({}, good.properties)
  end)

  it("says that Lightroom is busy, and leaves all as it was", function()
    local photo = catalog:add("/a.jpg")
    catalog.busy_from = 1
    local report, problem = one(photo, { rating = 3 }, wishes("rate"))
    assert.is_nil(report)
    assert.are.equal("busy", problem.kind)
    assert.is_nil(photo.raw.rating)
  end)
end)
