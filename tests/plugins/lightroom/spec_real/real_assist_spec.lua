-- The whole plug-in against a real `assist`: ASSIST_TEST_DOOR is "daemon" (one is up) or "program" (ASSIST_TEST_PROGRAM),
-- ASSIST_TEST_PHOTOS a folder of photos. What one door answers may not come through the other.
local lfs = require "lfs"
local lightroom = require "stub.lightroom"
local workplace = require "stub.workplace"

describe("With a real assist, the menu", function()
  local by_daemon = os.getenv("ASSIST_TEST_DOOR") == "daemon"
  local photos_folder = os.getenv("ASSIST_TEST_PHOTOS")
  local catalog, folder, prefs

  before_each(function()
    folder = workplace.new()
    local program = by_daemon and "/nowhere/assist" or os.getenv("ASSIST_TEST_PROGRAM")
    prefs = { use_daemon = by_daemon, program = program, aspect = "1:1" }
    catalog = lightroom.start({ temp = folder, prefs = prefs })
    for _, name in ipairs(workplace.names(photos_folder)) do
      if lfs.attributes(photos_folder .. "/" .. name, "mode") == "file" then
        catalog:add(photos_folder .. "/" .. name)
      end
    end
    catalog:add(photos_folder .. "/gone.jpg")
  end)

  after_each(function()
    workplace.remove(folder)
  end)

  local function message()
    return lightroom.messages[#lightroom.messages]
  end

  local function counted(fits)
    local count = 0
    for _, photo in ipairs(catalog.photos) do
      count = count + (fits(photo) and 1 or 0)
    end
    return count
  end

  it("rates, names what is gone, and takes it back", function()
    lightroom.choose("Rate")
    assert.are.equal("photo-assist is done", message().title, message().text)
    local known = #catalog.photos - 1
    assert.are.equal(known, counted(function(photo)
      return photo.properties.score and photo.properties.score:match("^%d%d%d$") and photo.properties.reason
    end))
    assert.is_true(counted(function(photo)
      return photo.raw.rating ~= nil
    end) > 0)
    assert.truthy(message().text:find("gone.jpg", 1, true))
    lightroom.choose("TakeBackLastRun")
    assert.are.equal(0, counted(function(photo)
      return photo.raw.rating or next(photo.properties)
    end))
  end)

  it("suggests picks", function()
    lightroom.choose("SuggestPicks")
    assert.are.equal("photo-assist is done", message().title, message().text)
    local function keeps(photo)
      return photo.properties.decision == "keeper"
    end
    assert.is_true(counted(keeps) > 0)
    assert.are.equal(counted(keeps), counted(function(photo)
      return photo.raw.pickStatus == 1 and photo.raw.colorNameForLabel == "green"
    end))
    assert.are.equal(0, counted(function(photo)
      return photo.raw.pickStatus == -1
    end))
  end)

  it("suggests crops", function()
    lightroom.choose("SuggestCrops")
    assert.are.equal("photo-assist is done", message().title, message().text)
    assert.is_true(counted(function(photo)
      local develop = photo.develop
      return develop.HasCrop and (develop.CropRight - develop.CropLeft < 0.999 or develop.CropBottom - develop.CropTop < 0.999)
    end) > 0)
  end)

  it("explains", function()
    lightroom.choose("Explain")
    assert.are.equal("What photo-assist sees", message().title, message().text)
    assert.truthy(message().text:find(catalog.photos[1].formatted.fileName, 1, true))
  end)
end)
