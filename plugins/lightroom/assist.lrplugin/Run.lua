-- One run: ask, and set what is answered, a batch at a time. Whatever goes wrong ends it between two batches, never within one.
local Apply = require "Apply"
local Batches = require "Batches"
local CropCopies = require "CropCopies"
local Crops = require "Crops"
local Protocol = require "Protocol"

local Run = {}

-- Choices: a write access of 200 marks holds the catalogue for a blink, one of 20 crops about as long.
local MARKS_AT_ONCE, CROPS_AT_ONCE = 200, 20

local TITLES = {
  rate = "photo-assist: rate",
  pick = "photo-assist: suggest picks",
  crop = "photo-assist: suggest crops",
}

-- What is to be set, as the settings say it. `wait`: seconds -> nothing, a task's sleep.
function Run.wishes(verb, settings, wait)
  return {
    verb = verb,
    run = os.date("%Y-%m-%d %H:%M:%S") .. " " .. verb,
    stars = settings.stars,
    flags = settings.flags,
    labels = settings.labels,
    copies = settings.crop_as == "copies",
    replace = false,
    wait = wait,
  }
end

function Run.new_tally(selection)
  return { asked = #selection.paths, answered = 0, changed = 0, kept = {}, refused = {}, failed = {}, videos = selection.videos }
end

local function added(tally, report)
  tally.changed = tally.changed + report.changed
  for _, name in ipairs({ "kept", "refused" }) do
    for _, one in ipairs(report[name] or {}) do
      table.insert(tally[name], one)
    end
  end
end

local function writer(wishes)
  if wishes.verb ~= "crop" then
    return Apply, MARKS_AT_ONCE
  end
  return wishes.copies and CropCopies or Crops, CROPS_AT_ONCE
end

-- Sets what `items` ask for. Returns nil or a problem.
function Run.apply(catalog, plugin, items, wishes, tally)
  local room, most = writer(wishes)
  for first = 1, #items, most do
    local part = Batches.slice(items, first, most)
    local report, problem = room.batch(catalog, plugin, part, wishes, TITLES[wishes.verb])
    if problem then
      return problem
    end
    added(tally, report)
  end
  return nil
end

-- The answers as {photo, result}; failures are tallied.
function Run.items(selection, results, tally)
  local items = {}
  for _, result in ipairs(results) do
    tally.answered = tally.answered + 1
    if result.error then
      table.insert(tally.failed, result)
    else
      for _, photo in ipairs(selection.photos_of[result.path]) do
        items[#items + 1] = { photo = photo, result = result }
      end
    end
  end
  return items
end

-- `env`: catalog, plugin, client, options, hear, pcall (Lightroom's: the plain one cannot be waited in). Returns the tally;
-- its `problem` says why it ended early.
function Run.go(env, selection, wishes)
  local tally = Run.new_tally(selection)
  local done, problem = env.pcall(function()
    return env.client:ask_all(wishes.verb, selection.paths, env.options, env.hear, function(results)
      return Run.apply(env.catalog, env.plugin, Run.items(selection, results, tally), wishes, tally)
    end)
  end)
  if not done then
    problem = Protocol.problem("lightroom", "Lightroom refused: " .. tostring(problem) .. ".", "Run it again.")
  end
  tally.problem = problem
  return tally
end

-- Sets what the first time was left alone because a person had set it.
function Run.replace(env, tally, wishes)
  local items, again = {}, { changed = 0, kept = {}, refused = {} }
  for index, kept in ipairs(tally.kept) do
    items[index] = kept.item
  end
  wishes.replace = true
  local done, problem = env.pcall(function()
    return Run.apply(env.catalog, env.plugin, items, wishes, again)
  end)
  if not done then
    problem = Protocol.problem("lightroom", "Lightroom refused: " .. tostring(problem) .. ".", "Run it again.")
  end
  again.problem = problem
  return again
end

return Run
