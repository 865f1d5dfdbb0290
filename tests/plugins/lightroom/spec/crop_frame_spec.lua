local CropFrame = require "CropFrame"

describe("A crop in Lightroom's frame", function()
  local crop = { box = { 0.25, 0.1, 0.75, 0.6 }, turn_deg = 0, aspect = "3:2" }

  local function edges(orientation)
    local settings = CropFrame.settings(crop, orientation, { 600, 400 })
    return { settings.CropLeft, settings.CropTop, settings.CropRight, settings.CropBottom }
  end

  it("lies in the file's own frame, whichever way up the photo was taken", function()
    local expected = {
      { 0.25, 0.1, 0.75, 0.6 },
      { 0.25, 0.1, 0.75, 0.6 },
      { 0.25, 0.4, 0.75, 0.9 },
      { 0.25, 0.4, 0.75, 0.9 },
      { 0.1, 0.25, 0.6, 0.75 },
      { 0.1, 0.25, 0.6, 0.75 },
      { 0.4, 0.25, 0.9, 0.75 },
      { 0.4, 0.25, 0.9, 0.75 },
    }
    for orientation, wanted in ipairs(expected) do
      for side, edge in ipairs(edges(orientation)) do
        assert.is_true(math.abs(wanted[side] - edge) < 1e-12, "orientation " .. orientation .. ", side " .. side)
      end
    end
  end)

  it("is refused where it is not known which way up the file lies", function()
    local settings, why = CropFrame.settings(crop, nil, { 600, 400 })
    assert.is_nil(settings)
    assert.truthy(why:find("way up"))
  end)

  it("is refused where it is straightened and the picture's size is not known", function()
    local turned = { box = crop.box, turn_deg = 2, aspect = "3:2" }
    assert.is_nil((CropFrame.settings(turned, 1, nil)))
    assert.is_not_nil((CropFrame.settings(turned, 1, { 600, 400 })))
  end)

  it("is refused where it reaches out of the picture, or turns too far", function()
    assert.is_nil((CropFrame.settings({ box = { -0.1, 0, 1, 1 }, turn_deg = 0 }, 1, { 600, 400 })))
    assert.is_nil((CropFrame.settings({ box = { 0, 0, 1, 1 }, turn_deg = 46 }, 1, { 600, 400 })))
  end)

  it("turns the other way in mirrored files", function()
    local turned = { box = { 0.2, 0.2, 0.8, 0.8 }, turn_deg = 3, aspect = "free" }
    assert.are.equal(-3, CropFrame.settings(turned, 1, { 600, 400 }).CropAngle)
    assert.are.equal(3, CropFrame.settings(turned, 2, { 600, 400 }).CropAngle)
    assert.are.equal(-3, CropFrame.settings(turned, 6, { 400, 600 }).CropAngle)
  end)

  it("reads a photo that was never cropped as whole", function()
    assert.is_true(CropFrame.is_whole(CropFrame.of({})))
    assert.is_true(CropFrame.is_whole(CropFrame.of({ CropLeft = 0, CropTop = 0, CropRight = 1, CropBottom = 1, CropAngle = 0 })))
    assert.is_false(CropFrame.is_whole(CropFrame.of({ CropRight = 0.9 })))
    assert.is_false(CropFrame.is_whole(CropFrame.of({ CropAngle = 1 })))
  end)

  it("knows a picture by its shape, lying or standing", function()
    assert.is_true(CropFrame.same_shape({ 6000, 4000 }, { width = 6000, height = 4000 }))
    assert.is_true(CropFrame.same_shape({ 4000, 6000 }, { width = 6024, height = 4022 }))
    assert.is_false(CropFrame.same_shape({ 6000, 4000 }, { width = 4000, height = 4000 }))
  end)
end)
