-- A daemon that answers once and then breaks off in the middle of an answer; ASSIST_STATE is the folder of its state file.
local lightroom = require "stub.lightroom"
local workplace = require "stub.workplace"

describe("A daemon that dies in the middle of an answer", function()
  local catalog, folder

  before_each(function()
    folder = workplace.new()
    catalog = lightroom.start({ temp = folder, prefs = { program = workplace.program(folder) } })
    for index = 1, 60 do
      catalog:add("/photos/Grün " .. index .. ".jpg")
    end
  end)

  after_each(function()
    workplace.remove(folder)
  end)

  it("is followed by the program, and every photo is rated once", function()
    lightroom.choose("Rate")
    local text = lightroom.messages[1].text
    assert.truthy(text:find("60 photos rated", 1, true), text)
    local by_daemon, by_program = 0, 0
    for _, photo in ipairs(catalog.photos) do
      by_daemon = by_daemon + (photo.raw.rating == 3 and 1 or 0)
      by_program = by_program + (photo.raw.rating == 2 and 1 or 0)
    end
    assert.are.same({ 16, 44 }, { by_daemon, by_program })
  end)
end)
