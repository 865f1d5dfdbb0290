-- Answers become stars, flags, labels and our own fields. Catalogue and photos are arguments: nothing of Lightroom is imported.
local Json = require "Json"
local Ledger = require "Ledger"
local Marks = require "Marks"
local WriteAccess = require "WriteAccess"

local Apply = {}

-- Why a mark stays as it is.
Apply.YOURS = "yours"
Apply.TAKEN_AWAY = "taken_away"
Apply.ELSEWHERE = "elsewhere"

local OURS_ALONE = { "score", "band", "decision", "reason" }
local LONGEST_REASON_BYTES = 500 -- A choice: some lines of the Metadata panel; "Explain" tells all of it.

-- What each mark would be, from one answer. Stars belong to "rate", flag and label to "pick".
local function wanted_marks(result, wishes)
  if wishes.verb == "rate" then
    return { rating = wishes.stars and result.rating or nil }
  end
  return { pickStatus = wishes.flags and result.pick or nil, label = wishes.labels and result.label or nil }
end

local function person_said(result, name)
  local person = result.person
  return name == "rating" and person.rated or name == "pickStatus" and person.flagged or name == "label" and person.labelled
end

-- Why `name` may not be set, or nil. What stands there is ours only as long as it is what we set last; then what other programs
-- know of it is most likely that, as Lightroom saved it into the file.
local function refusal(name, now, ours, result)
  local empty = Marks.EMPTY[name]
  if now ~= empty then
    return now ~= ours and Apply.YOURS or nil
  end
  if ours ~= nil and ours ~= empty then
    return Apply.TAKEN_AWAY
  end
  return person_said(result, name) and Apply.ELSEWHERE or nil
end

-- What is to be set and what is kept, for one photo. `now`: `Marks.read`; `ours`: field -> what we set last.
function Apply.decide(result, now, ours, wishes)
  local set, kept = {}, {}
  for name, wanted in pairs(wanted_marks(result, wishes)) do
    if wanted ~= now[name] then
      local why = not wishes.replace and refusal(name, now[name], ours[name], result)
      if why then
        kept[name] = why
      else
        set[name] = wanted
      end
    end
  end
  return set, kept
end

-- At most that many bytes, and no character cut in two.
local function shortened(text)
  if #text <= LONGEST_REASON_BYTES then
    return text
  end
  local stop = LONGEST_REASON_BYTES - 3
  while stop > 0 and text:byte(stop + 1) >= 0x80 and text:byte(stop + 1) < 0xC0 do
    stop = stop - 1
  end
  return text:sub(1, stop) .. "..."
end

-- The fields that nobody else writes; nil leaves one as it is.
function Apply.own_fields(result)
  local score = result.score and math.floor(result.score + 0.5)
  return {
    score = score and string.format("%03d", score),
    band = score and tostring(math.min(80, math.floor(score / 20) * 20)),
    decision = result.decision,
    reason = result.why ~= "" and shortened(result.why) or nil,
  }
end

local function write_own_fields(photo, plugin, ledger, run, result)
  local fields, changed = Apply.own_fields(result), false
  for _, name in ipairs(OURS_ALONE) do
    local before, after = photo:getPropertyForPlugin(plugin, name), fields[name]
    if after ~= nil and after ~= before then
      photo:setPropertyForPlugin(plugin, name, after)
      Ledger.note(ledger, run, name, before or Json.null, after)
      changed = true
    end
  end
  return changed
end

-- Inside write access: what stands there is read now, so that a mark given a moment ago counts.
local function apply_one(plugin, item, wishes, report)
  local photo, result = item.photo, item.result
  local ledger, now = Ledger.read(photo, plugin), Marks.read(photo)
  local set, kept = Apply.decide(result, now, ledger.ours, wishes)
  for name, value in pairs(set) do
    Marks.write(photo, name, value)
    Ledger.note(ledger, wishes.run, name, now[name], value)
  end
  local changed = write_own_fields(photo, plugin, ledger, wishes.run, result) or next(set) ~= nil
  if changed then
    Ledger.write(photo, plugin, ledger)
  end
  report.changed = report.changed + (changed and 1 or 0)
  if next(kept) then
    report.kept[#report.kept + 1] = { item = item, why = kept }
  end
end

-- One batch is one write access: all of it or nothing. `items`: {photo, result} whose results have no error. `wishes`: verb, run,
-- stars, flags, labels, replace. Returns {changed, kept} or nil and a problem.
function Apply.batch(catalog, plugin, items, wishes, title)
  local report = { changed = 0, kept = {} }
  local problem = WriteAccess.with(catalog, title, function()
    for _, item in ipairs(items) do
      apply_one(plugin, item, wishes, report)
    end
    if report.changed > 0 then
      Ledger.enter_run(catalog, plugin, wishes.run)
    end
  end)
  if problem then
    return nil, problem
  end
  return report
end

return Apply
