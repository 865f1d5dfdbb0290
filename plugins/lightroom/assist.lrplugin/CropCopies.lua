-- Suggested crops as virtual copies, in a collection of their own; the photos themselves stay as they are.
local CropFrame = require "CropFrame"
local Crops = require "Crops"
local Ledger = require "Ledger"
local Protocol = require "Protocol"
local SmartCollections = require "SmartCollections"
local WriteAccess = require "WriteAccess"

local CropCopies = {}

CropCopies.NAME = "photo-assist crop"
CropCopies.COLLECTION = "Suggested crops"

-- "done" where our copy of this photo is there, the copy itself where an interrupted run left it without a crop, else nil.
local function earlier_copy(photo, plugin)
  for _, copy in ipairs(photo:getRawMetadata("virtualCopies") or {}) do
    if copy:getFormattedMetadata("copyName") == CropCopies.NAME then
      local now = CropFrame.of(copy:getDevelopSettings())
      local untouched = CropFrame.is_whole(now) and Ledger.read(copy, plugin).ours[Crops.FIELD] == nil
      return not untouched and "done" or copy
    end
  end
  return nil
end

local function refusal(photo, result)
  if photo:getRawMetadata("isVirtualCopy") then
    return nil, "it is a virtual copy itself"
  end
  if not CropFrame.same_shape(result.size_px, photo:getRawMetadata("dimensions")) then
    return nil, "Lightroom shows it in another shape than the file has"
  end
  if Crops.is_bent(photo:getDevelopSettings()) then
    return nil, "it is transformed, and a crop would lie elsewhere"
  end
  return CropFrame.settings(result.crop, result.orientation, result.size_px)
end

local function planned(plugin, items)
  local plan, refused = {}, {}
  for _, item in ipairs(items) do
    if Crops.is_asked(item.result) then
      local wanted, why = refusal(item.photo, item.result)
      local copy = wanted and earlier_copy(item.photo, plugin)
      if not wanted then
        refused[#refused + 1] = { item = item, message = why }
      elseif copy ~= "done" then
        plan[#plan + 1] = { item = item, wanted = wanted, copy = copy }
      end
    end
  end
  return plan, refused
end

local function is_selected(catalog, photos)
  local selected, count = {}, 0
  for _, photo in ipairs(catalog:getTargetPhotos()) do
    selected[photo], count = true, count + 1
  end
  for _, photo in ipairs(photos) do
    if not selected[photo] then
      return false
    end
  end
  return count == #photos
end

-- Lightroom copies what is selected, so the selection is moved there, looked at, and moved back.
local function copies_of(catalog, photos)
  local active, before = catalog:getTargetPhoto(), catalog:getTargetPhotos()
  catalog:setSelectedPhotos(photos[1], photos)
  local copies
  if is_selected(catalog, photos) then
    copies = catalog:createVirtualCopies(CropCopies.NAME)
  end
  if active then
    catalog:setSelectedPhotos(active, before)
  end
  return copies
end

local function make_copies(catalog, plan)
  local photos, step_of = {}, {}
  for _, step in ipairs(plan) do
    if not step.copy then
      photos[#photos + 1] = step.item.photo
      step_of[step.item.photo] = step
    end
  end
  if #photos == 0 then
    return nil
  end
  local copies = copies_of(catalog, photos)
  if not copies then
    local hint = "Show them in the Library (All Photographs, or their folder) and run this again."
    return Protocol.problem("selection", "These photos cannot be selected where they are shown now.", hint)
  end
  for _, copy in ipairs(copies) do
    local step = step_of[copy:getRawMetadata("masterPhoto")]
    if step then
      step.copy = copy
    end
  end
  return nil
end

local function collection(catalog)
  local set, found
  local problem = WriteAccess.with(catalog, "Add photo-assist's collection set", function()
    set = catalog:createCollectionSet(SmartCollections.SET, nil, true)
  end)
  problem = problem
    or WriteAccess.with(catalog, "Add a collection of suggested crops", function()
      found = catalog:createCollection(CropCopies.COLLECTION, set, true)
    end)
  return found, problem
end

local function crop_copies(catalog, plugin, plan, wishes, title, place)
  return WriteAccess.with(catalog, title, function()
    local copies = {}
    for _, step in ipairs(plan) do
      if step.copy then
        copies[#copies + 1] = step.copy
        local before = Crops.plain(CropFrame.of(step.copy:getDevelopSettings()))
        step.copy:applyDevelopSettings(Crops.to_apply(step.wanted), Crops.HISTORY, false)
        local ledger = Ledger.read(step.copy, plugin)
        Ledger.note(ledger, wishes.run, Crops.FIELD, before, Crops.plain(step.wanted))
        Ledger.write(step.copy, plugin, ledger)
      end
    end
    place:addPhotos(copies)
    Ledger.enter_run(catalog, plugin, wishes.run)
  end)
end

-- As `Crops.batch`; `changed` counts copies. Wants a task: Lightroom makes copies in tasks only.
function CropCopies.batch(catalog, plugin, items, wishes, title)
  local plan, refused = planned(plugin, items)
  local report = { changed = 0, kept = {}, refused = refused }
  if #plan == 0 then
    return report
  end
  local place, problem = collection(catalog)
  problem = problem or make_copies(catalog, plan) or crop_copies(catalog, plugin, plan, wishes, title, place)
  if problem then
    return nil, problem
  end
  for _, step in ipairs(plan) do
    if step.copy and Crops.has_crop(step.copy, step.wanted, wishes.wait) then
      report.changed = report.changed + 1
    else
      local message = step.copy and "Lightroom did not take the crop of its copy" or "Lightroom made no copy of it"
      refused[#refused + 1] = { item = step.item, message = message }
    end
  end
  return report
end

return CropCopies
