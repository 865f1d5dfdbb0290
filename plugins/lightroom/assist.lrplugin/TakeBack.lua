-- The last run, taken back: what is still as we left it becomes what it was, and all else stays.
local CropFrame = require "CropFrame"
local Crops = require "Crops"
local Json = require "Json"
local Ledger = require "Ledger"
local Marks = require "Marks"
local WriteAccess = require "WriteAccess"

local TakeBack = {}

local MARKS = {}
for _, name in ipairs(Marks.NAMES) do
  MARKS[name] = true
end

-- The newest run of this catalogue, or nil.
function TakeBack.newest(catalog, plugin)
  local runs = Ledger.catalog_runs(catalog, plugin)
  return runs[#runs]
end

-- The photos that the run changed, wherever they lie. Outside of read and write access: there the search could wait for ever.
function TakeBack.photos(catalog, plugin, run)
  local found, entry = {}, '"id":' .. Json.write(run)
  for _, photo in ipairs(catalog:findPhotosWithProperty(plugin.id, Ledger.FIELD)) do
    local text = photo:getPropertyForPlugin(plugin, Ledger.FIELD)
    if text and text:find(entry, 1, true) then
      found[#found + 1] = photo
    end
  end
  return found
end

local function put_crop_back(photo, change)
  if not CropFrame.same(CropFrame.of(photo:getDevelopSettings()), change.after) then
    return false
  end
  photo:applyDevelopSettings(Crops.to_apply(change.before), "photo-assist: taken back", false)
  return true
end

-- Returns whether the field was still ours.
local function put_back(photo, plugin, field, change, now)
  if field == Crops.FIELD then
    return put_crop_back(photo, change)
  end
  if MARKS[field] then
    if now[field] ~= change.after then
      return false
    end
    Marks.write(photo, field, change.before)
    return true
  end
  photo:setPropertyForPlugin(plugin, field, change.before ~= Json.null and change.before or nil)
  return true
end

local function take_back_one(photo, plugin, run, report)
  local ledger = Ledger.read(photo, plugin)
  local entry = Ledger.run(ledger, run)
  if not entry then
    return
  end
  local now, all_ours = Marks.read(photo), true
  for field, change in pairs(entry.set) do
    all_ours = put_back(photo, plugin, field, change, now) and all_ours
  end
  Ledger.forget(ledger, run)
  Ledger.write(photo, plugin, ledger)
  report.changed = report.changed + 1
  report.kept = report.kept + (all_ours and 0 or 1)
end

-- One batch is one write access. Returns {changed, kept}: photos, and those of them where something was changed since and stays;
-- or nil and a problem.
function TakeBack.batch(catalog, plugin, photos, run, title)
  local report = { changed = 0, kept = 0 }
  local problem = WriteAccess.with(catalog, title, function()
    for _, photo in ipairs(photos) do
      take_back_one(photo, plugin, run, report)
    end
  end)
  if problem then
    return nil, problem
  end
  return report
end

-- When all of its photos are done: the run before it is the last one now.
function TakeBack.finish(catalog, plugin, run, title)
  return WriteAccess.with(catalog, title, function()
    Ledger.leave_run(catalog, plugin, run)
  end)
end

return TakeBack
