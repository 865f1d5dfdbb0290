local answers = require "stub.answers"
local lightroom = require "stub.lightroom"

describe("Crops as virtual copies", function()
  local catalog, CropCopies, Json

  before_each(function()
    catalog = lightroom.start()
    CropCopies, Json = require "CropCopies", require "Json"
  end)

  local function photo_of(path)
    return catalog:add(path, { dimensions = { width = 6000, height = 4000 } })
  end

  local function crop(photos)
    local items = {}
    for index, photo in ipairs(photos) do
      local result = answers.result(photo.raw.path, { orientation = 1, size_px = Json.array({ 6000, 4000 }) })
      result.crop = { box = Json.array({ 0.1 * index, 0.1, 0.9, 0.9 }), turn_deg = 0, aspect = "free" }
      items[index] = { photo = photo, result = result }
    end
    local report, problem
    lightroom.run(function()
      report, problem = CropCopies.batch(catalog, _PLUGIN, items, { verb = "crop", run = "the run" }, "test")
    end)
    return report, problem
  end

  it("gives each photo a copy with its own crop, in a collection, and leaves the photos as they are", function()
    local one, two, other = photo_of("/a.jpg"), photo_of("/b.jpg"), photo_of("/c.jpg")
    one.develop.CropRight = 0.8
    local report = crop({ one, two })
    assert.are.equal(2, report.changed)
    assert.are.equal(0.1, one.raw.virtualCopies[1].develop.CropLeft)
    assert.are.equal(0.2, two.raw.virtualCopies[1].develop.CropLeft)
    assert.are.same({ CropRight = 0.8 }, one.develop)
    assert.are.same({}, two.develop)
    assert.are.same({}, other.raw.virtualCopies)
    assert.are.equal(2, #catalog.collections["Collection/photo-assist/Suggested crops"].photos)
  end)

  it("brings the selection back", function()
    local one, two = photo_of("/a.jpg"), photo_of("/b.jpg")
    crop({ one })
    assert.are.same({ one, two }, catalog.selected)
  end)

  it("makes no second copy", function()
    local photo = photo_of("/a.jpg")
    crop({ photo })
    assert.are.equal(0, crop({ photo }).changed)
    assert.are.equal(1, #photo.raw.virtualCopies)
  end)

  it("goes on with the copies of a run that was cut off", function()
    local photo = photo_of("/a.jpg")
    catalog.busy_from = 3
    local _, problem = crop({ photo })
    assert.are.equal("busy", problem.kind)
    catalog.busy_from = nil
    assert.are.equal(1, crop({ photo }).changed)
    assert.are.equal(1, #photo.raw.virtualCopies)
  end)

  it("copies nothing where the photos cannot be selected", function()
    local shown, hidden = photo_of("/a.jpg"), photo_of("/b.jpg")
    hidden.is_hidden = true
    local report, problem = crop({ hidden })
    assert.is_nil(report)
    assert.are.equal("selection", problem.kind)
    local _, both = crop({ shown, hidden })
    assert.are.equal("selection", both.kind)
    assert.are.same({}, shown.raw.virtualCopies)
  end)

  it("leaves virtual copies alone", function()
    local copy = photo_of("/a.jpg")
    copy.raw.isVirtualCopy = true
    assert.truthy(crop({ copy }).refused[1].message:find("virtual copy"))
  end)
end)
