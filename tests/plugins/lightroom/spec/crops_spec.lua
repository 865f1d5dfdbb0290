local answers = require "stub.answers"
local lightroom = require "stub.lightroom"

describe("Crops", function()
  local catalog, Crops, Json

  before_each(function()
    catalog = lightroom.start()
    Crops, Json = require "Crops", require "Json"
  end)

  local function advice(given)
    local result = {
      crop = { box = Json.array({ 0.25, 0.1, 0.75, 0.6 }), turn_deg = 0, aspect = "3:2" },
      orientation = 1,
      size_px = Json.array({ 6000, 4000 }),
    }
    for key, value in pairs(given or {}) do
      result[key] = value
    end
    return result
  end

  local function photo_of(develop)
    local photo = catalog:add("/a.jpg", { dimensions = { width = 6000, height = 4000 } })
    for key, value in pairs(develop or {}) do
      photo.develop[key] = value
    end
    return photo
  end

  local function crop(photo, given, how)
    local wishes = { verb = "crop", run = "the run", replace = false }
    for key, value in pairs(how or {}) do
      wishes[key] = value
    end
    local report, problem
    lightroom.run(function()
      local items = { { photo = photo, result = answers.result(photo.raw.path, given) } }
      report, problem = Crops.batch(catalog, _PLUGIN, items, wishes, "test")
    end)
    return report, problem
  end

  it("sets the crop after a snapshot of what was there", function()
    local photo = photo_of({ Exposure2012 = 0.7 })
    local report = crop(photo, advice())
    assert.are.equal(1, report.changed)
    assert.are.same(
      { 0.25, 0.1, 0.75, 0.6, true },
      { photo.develop.CropLeft, photo.develop.CropTop, photo.develop.CropRight, photo.develop.CropBottom, photo.develop.HasCrop }
    )
    assert.are.equal(0.7, photo.develop.Exposure2012)
    local name, kept = next(photo.snapshots)
    assert.truthy(name:find("the run", 1, true))
    assert.are.same({ Exposure2012 = 0.7 }, kept)
  end)

  it("turns it into the frame of a file that lies on its side", function()
    local photo = photo_of()
    crop(photo, advice({ orientation = 6, size_px = Json.array({ 4000, 6000 }) }))
    assert.is_true(math.abs(photo.develop.CropLeft - 0.1) < 1e-9)
    assert.is_true(math.abs(photo.develop.CropTop - 0.25) < 1e-9)
    assert.is_true(math.abs(photo.develop.CropBottom - 0.75) < 1e-9)
  end)

  it("leaves a photo whose frame is to stay", function()
    local photo = photo_of()
    crop(photo, advice({ keep_uncropped = true }))
    crop(photo, { orientation = 1 })
    assert.are.same({}, photo.develop)
    assert.are.same({}, photo.snapshots)
  end)

  it("levels a photo whose frame is to stay", function()
    local photo = photo_of()
    local level = { box = Json.array({ 0.05, 0.05, 0.95, 0.95 }), turn_deg = 1.5, aspect = "free" }
    crop(photo, advice({ crop = level, keep_uncropped = true }))
    assert.are.equal(-1.5, photo.develop.CropAngle)
  end)

  it("leaves a photo that a person cropped or straightened", function()
    for _, develop in ipairs({ { CropRight = 0.9 }, { CropAngle = 1 } }) do
      local photo = photo_of(develop)
      local report = crop(photo, advice())
      assert.are.same(develop, photo.develop)
      assert.are.equal("yours", report.kept[1].why.crop)
    end
  end)

  it("replaces a person's crop when it is asked to", function()
    local photo = photo_of({ CropRight = 0.9 })
    crop(photo, advice(), { replace = true })
    assert.are.equal(0.75, photo.develop.CropRight)
  end)

  it("changes its own crop, and does nothing where it is there already", function()
    local photo = photo_of()
    crop(photo, advice())
    assert.are.equal(0, crop(photo, advice(), { run = "again" }).changed)
    local other = { box = Json.array({ 0.1, 0.1, 0.6, 0.6 }), turn_deg = 0, aspect = "3:2" }
    assert.are.equal(1, crop(photo, advice({ crop = other }), { run = "third" }).changed)
    assert.are.equal(0.1, photo.develop.CropLeft)
  end)

  it("does not set again a crop that a person took away", function()
    local photo = photo_of()
    crop(photo, advice())
    photo.develop = {}
    local report = crop(photo, advice(), { run = "again" })
    assert.are.equal("taken_away", report.kept[1].why.crop)
    assert.are.same({}, photo.develop)
  end)

  it("leaves a photo that is transformed, or has another shape than was judged", function()
    local bent, square = photo_of({ PerspectiveUpright = 1 }), photo_of()
    square.raw.dimensions = { width = 4000, height = 4000 }
    assert.truthy(crop(bent, advice()).refused[1].message:find("transformed"))
    assert.truthy(crop(square, advice()).refused[1].message:find("shape"))
    assert.is_nil(bent.develop.CropLeft)
  end)

  it("says so where Lightroom does not take the crop, and claims nothing", function()
    local photo = photo_of()
    photo.takes_no_crop = true
    local report = crop(photo, advice())
    assert.are.equal(0, report.changed)
    assert.truthy(report.refused[1].message:find("did not take"))
    assert.is_nil(photo.properties.ledger)
  end)

  it("waits for Lightroom to show the crop", function()
    local photo, pauses = photo_of(), 0
    photo.takes_no_crop = true
    local report = crop(photo, advice(), {
      wait = function()
        pauses = pauses + 1
        photo.develop = { CropLeft = 0.25, CropTop = 0.1, CropRight = 0.75, CropBottom = 0.6 }
      end,
    })
    assert.are.equal(1, pauses)
    assert.are.equal(1, report.changed)
  end)
end)
