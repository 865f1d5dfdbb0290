-- Crops through develop settings: a snapshot first, the crop, and a look whether Lightroom took it.
local CropFrame = require "CropFrame"
local Ledger = require "Ledger"
local WriteAccess = require "WriteAccess"

local Crops = {}

Crops.FIELD = "crop"
Crops.HISTORY = "photo-assist: suggested crop"

-- A choice: Lightroom redraws for a moment after its write access has ended.
local LOOKS = 5
local PAUSE_S = 0.2

-- Develop settings that bend the frame, and their value when they do not: a crop of the judged picture would lie elsewhere.
local BENDING = {
  PerspectiveUpright = 0,
  PerspectiveVertical = 0,
  PerspectiveHorizontal = 0,
  PerspectiveRotate = 0,
  PerspectiveAspect = 0,
  PerspectiveScale = 100,
  PerspectiveX = 0,
  PerspectiveY = 0,
}

function Crops.is_bent(develop)
  for name, still in pairs(BENDING) do
    if type(develop[name]) == "number" and develop[name] ~= still then
      return true
    end
  end
  return false
end

function Crops.plain(crop)
  local copy = {}
  for _, key in ipairs(CropFrame.KEYS) do
    copy[key] = crop[key]
  end
  return copy
end

-- As it goes to Lightroom: a crop that is whole must say that there is none.
function Crops.to_apply(crop)
  local settings = Crops.plain(crop)
  settings.HasCrop = not CropFrame.is_whole(crop)
  return settings
end

-- Whether an answer asks for a crop: one that keeps the frame may still level it.
function Crops.is_asked(result)
  return result.crop ~= nil and (not result.keep_uncropped or result.crop.turn_deg ~= 0)
end

-- Returns the crop to set, or nil and why not ("same" where it is there already). `develop`: the photo's develop settings,
-- `dimensions`: Lightroom's, `ours`: the crop that we set last.
function Crops.decide(result, develop, dimensions, ours, replace)
  local wanted, why = CropFrame.settings(result.crop, result.orientation, result.size_px)
  if not wanted then
    return nil, why
  end
  if not CropFrame.same_shape(result.size_px, dimensions) then
    return nil, "Lightroom shows it in another shape than the file has"
  end
  local now = CropFrame.of(develop)
  if CropFrame.same(now, wanted) then
    return nil, "same"
  end
  if Crops.is_bent(develop) then
    return nil, "it is transformed, and a crop would lie elsewhere"
  end
  local mine = type(ours) == "table" and CropFrame.same(now, ours)
  if replace or mine then
    return wanted
  end
  if not CropFrame.is_whole(now) then
    return nil, "yours"
  end
  if type(ours) == "table" and not CropFrame.is_whole(ours) then
    return nil, "taken_away"
  end
  return wanted
end

local function apply_one(plugin, item, wishes, report)
  local photo, develop = item.photo, item.photo:getDevelopSettings()
  local ledger = Ledger.read(photo, plugin)
  local dimensions = photo:getRawMetadata("dimensions")
  local wanted, why = Crops.decide(item.result, develop, dimensions, ledger.ours[Crops.FIELD], wishes.replace)
  if not wanted then
    report.why[item] = why
    return
  end
  local before = Crops.plain(CropFrame.of(develop))
  photo:createDevelopSnapshot("photo-assist, before " .. wishes.run, false)
  photo:applyDevelopSettings(Crops.to_apply(wanted), Crops.HISTORY, false)
  Ledger.note(ledger, wishes.run, Crops.FIELD, before, Crops.plain(wanted))
  Ledger.write(photo, plugin, ledger)
  report.tried[#report.tried + 1] = { item = item, before = before, wanted = wanted }
end

-- What Lightroom did not take is put back, so that no photo is left with a frame that nobody asked for.
local function put_back(catalog, plugin, refused, wishes, title)
  return WriteAccess.with(catalog, title, function()
    for _, try in ipairs(refused) do
      local photo = try.item.photo
      photo:applyDevelopSettings(Crops.to_apply(try.before), Crops.HISTORY, false)
      local ledger = Ledger.read(photo, plugin)
      Ledger.drop(ledger, wishes.run, Crops.FIELD)
      Ledger.write(photo, plugin, ledger)
    end
  end)
end

-- Whether the photo has the crop by now. `wait`, of seconds, lets Lightroom finish; nil looks once.
function Crops.has_crop(photo, wanted, wait)
  for look = 1, LOOKS do
    if CropFrame.same(CropFrame.of(photo:getDevelopSettings()), wanted) then
      return true
    end
    if not wait or look == LOOKS then
      return false
    end
    wait(PAUSE_S)
  end
end

local function read_back(catalog, plugin, report, wishes, title)
  local refused = {}
  for _, try in ipairs(report.tried) do
    if Crops.has_crop(try.item.photo, try.wanted, wishes.wait) then
      report.changed = report.changed + 1
    else
      refused[#refused + 1] = try
      report.why[try.item] = "Lightroom did not take the crop"
    end
  end
  return #refused > 0 and put_back(catalog, plugin, refused, wishes, title) or nil
end

local function report_of(report, items)
  local kept, refused = {}, {}
  for _, item in ipairs(items) do
    local why = report.why[item]
    if why == "yours" or why == "taken_away" then
      kept[#kept + 1] = { item = item, why = { crop = why } }
    elseif why and why ~= "same" then
      refused[#refused + 1] = { item = item, message = why }
    end
  end
  return { changed = report.changed, kept = kept, refused = refused }
end

-- As `Apply.batch`, for crops; `refused`: {item, message} where no crop could be set.
function Crops.batch(catalog, plugin, items, wishes, title)
  local report = { changed = 0, tried = {}, why = {} }
  local problem = WriteAccess.with(catalog, title, function()
    for _, item in ipairs(items) do
      if Crops.is_asked(item.result) then
        apply_one(plugin, item, wishes, report)
      end
    end
    if #report.tried > 0 then
      Ledger.enter_run(catalog, plugin, wishes.run)
    end
  end)
  problem = problem or read_back(catalog, plugin, report, wishes, title)
  if problem then
    return nil, problem
  end
  return report_of(report, items)
end

return Crops
