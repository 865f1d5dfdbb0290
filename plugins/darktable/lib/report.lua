-- What came of a run, in a sentence for the panel, and why, photo by photo.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local words = require(room .. "words")

local report = {}

local MOST_EXPLAINED = 20 -- photos whose reasons fit a panel that is scrolled: a choice

local function file_name(path)
  return words.shown(path:match("([^/\\]+)$") or path)
end

local LEFT = {
  tilted = "the crop wants the photo levelled first, in darktable's rotate and perspective",
  turned = "you turned or straightened it in darktable, where a crop of the photo as taken does not fit",
}

function report.photos(number)
  return string.format(dt.gettext.ngettext("%d photo", "%d photos", number), number)
end

-- Collects results of one run; `words` and `details` tell them.
function report.new(verb)
  local self, blocks, count = {}, {}, { all = 0, unread = 0, left = 0 }

  local function block(result, text)
    if #blocks < MOST_EXPLAINED then blocks[#blocks + 1] = file_name(result.path) .. "\n" .. text end
  end

  function self.result(result)
    count.all = count.all + 1
    if result.error then
      count.unread = count.unread + 1
      block(result, result.error.message)
    elseif verb == "explain" or (verb == "crop" and result.crop) then
      local better = result.better and " Better: " .. file_name(result.better) .. "." or ""
      block(result, (result.why or "") .. better)
    end
  end

  function self.left(result, why)
    if not why then return end
    count.left = count.left + 1
    block(result, LEFT[why])
  end

  -- `theirs`: photos whose marks are the user's.
  function self.words(planned, done, refused, theirs, _)
    local parts = { report.photos(count.all) }
    local function add(number, text)
      if number > 0 then parts[#parts + 1] = string.format(text, number) end
    end
    if verb ~= "explain" then parts[#parts + 1] = string.format(_("%d changed"), done) end
    add(theirs, _("%d carry marks of yours and were left"))
    add(count.left, _("%d could not take their crop"))
    add(count.unread, _("%d could not be judged"))
    add(#refused, _("%d were refused by darktable"))
    add(planned - done - #refused, _("%d not reached: cancelled"))
    for at = 1, #refused do blocks[#blocks + 1] = words.shown(refused[at]) end
    return table.concat(parts, ", ")
  end

  function self.details()
    return table.concat(blocks, "\n\n")
  end

  return self
end

function report.taken_back(count, _)
  local parts = { string.format(_("%s taken back"), report.photos(count.back)) }
  local function add(number, text)
    if number > 0 then parts[#parts + 1] = string.format(text, number) end
  end
  add(count.changed, _("%d changed since and left in what changed"))
  add(count.gone, _("%d are no longer in the library"))
  add(count.refused, _("%d refused by darktable"))
  return table.concat(parts, ", ")
end

return report
