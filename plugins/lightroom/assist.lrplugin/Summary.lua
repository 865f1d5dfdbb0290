-- What a run did, in plain words.
local Summary = {}

local MOST_NAMED = 5 -- A choice: what a dialog can show without scrolling.
local SET = { rate = "rated", pick = "marked", crop = "cropped" }

local function photos(count)
  return count == 1 and "1 photo" or count .. " photos"
end

local function leaf(path)
  return path:match("[^/\\]+$") or path
end

local function failures(failed)
  if #failed == 0 then
    return nil
  end
  local lines = { photos(#failed) .. " could not be judged and stayed as they were:" }
  if #failed == 1 then
    lines[1] = "1 photo could not be judged and stayed as it was:"
  end
  for index = 1, math.min(#failed, MOST_NAMED) do
    local trouble = failed[index].error
    local hint = trouble.hint ~= "" and " (" .. trouble.hint .. ")" or ""
    lines[#lines + 1] = "  " .. leaf(failed[index].path) .. ": " .. trouble.message .. hint
  end
  if #failed > MOST_NAMED then
    lines[#lines + 1] = "  and " .. #failed - MOST_NAMED .. " more."
  end
  return table.concat(lines, "\n")
end

local function refusals(refused)
  if #refused == 0 then
    return nil
  end
  local lines = { photos(#refused) .. " got no crop:" }
  for index = 1, math.min(#refused, MOST_NAMED) do
    lines[#lines + 1] = "  " .. leaf(refused[index].item.result.path) .. ": " .. refused[index].message
  end
  if #refused > MOST_NAMED then
    lines[#lines + 1] = "  and " .. #refused - MOST_NAMED .. " more."
  end
  return table.concat(lines, "\n")
end

local function joined(parts)
  local lines = {}
  for index = 1, 6 do
    if parts[index] then
      lines[#lines + 1] = parts[index]
    end
  end
  return table.concat(lines, "\n\n")
end

-- Returns a title and a text.
function Summary.words(verb, tally)
  local problem = tally.problem
  local done = photos(tally.changed) .. " " .. SET[verb] .. ". Take back last run, in the same menu, undoes it."
  if tally.changed == 0 then
    done = "Nothing was changed."
  end
  local title = "photo-assist is done"
  local ended
  if problem then
    title = problem.kind == "cancelled" and "photo-assist was stopped" or "photo-assist could not go on"
    ended = problem.message .. (problem.hint ~= "" and "\n" .. problem.hint or "")
    if problem.kind ~= "cancelled" and tally.answered < tally.asked then
      local left = photos(tally.asked - tally.answered) .. " were not reached. "
      ended = ended .. "\n" .. left .. "The run can be repeated: what is set already stays."
    end
  end
  local videos = tally.videos > 0 and tally.videos .. " videos were left out." or nil
  return title, joined({ ended, done, failures(tally.failed), refusals(tally.refused), videos })
end

-- The question that follows where marks of a person were in the way; nil where none were.
function Summary.question(tally)
  if #tally.kept == 0 then
    return nil
  end
  local title = photos(#tally.kept) .. (#tally.kept == 1 and " keeps" or " keep") .. " what you set yourself"
  return title,
    "photo-assist never replaces stars, flags, labels or crops that a person set, here or in another program, and does not set "
      .. "again what you took away. Replace them with its suggestions? Take back last run brings yours back."
end

function Summary.taken_back(run, tally)
  local text = photos(tally.changed) .. " are as they were before the run of " .. run .. "."
  if tally.kept > 0 then
    text = text .. "\n\n" .. photos(tally.kept) .. " of them had been changed by you since: that stayed."
  end
  if run:match("crop$") then
    text = text .. "\n\nVirtual copies stay, without the crop: Lightroom lets no plug-in remove photos. "
    text = text .. "They are in the collection photo-assist > Suggested crops."
  end
  return "Taken back", text
end

function Summary.explanation(results, total)
  local parts = {}
  for _, result in ipairs(results) do
    local words = result.error and result.error.message or result.why
    local better = result.better and "\nBetter: " .. leaf(result.better) or ""
    parts[#parts + 1] = leaf(result.path) .. "\n" .. words .. better
  end
  if total > #results then
    local more = "The field Reason has the short form for all that are rated."
    parts[#parts + 1] = "The first " .. #results .. " of " .. total .. " photos. " .. more
  end
  return table.concat(parts, "\n\n")
end

return Summary
