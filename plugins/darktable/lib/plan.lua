-- What one answer changes on one photo, and what it leaves because a person said otherwise. Pure: tables in, tables out.
--
-- now:   { rating = -1..5, labels = { green = true }, tags = { ["assist-keeper"] = true }, steps = { crop = {...} } or nil
--          where the verb asks for no crop }
-- ours:  { rating =, label =, crop = op_params }: what we last set on this photo and have not taken back
-- wish:  { stars =, labels =, flags =, tags =, initial_rating = }: what the user lets us set, and what an import gives

local room = (...):match("^(.*/)")
local crop_step = require(room .. "crop_step")

local plan = { TAGS = { "assist-keeper", "assist-alternate", "assist-reject-candidate", "assist-crop" } }

local TAG_OF = {
  keeper = "assist-keeper", alternate = "assist-alternate", reject_candidate = "assist-reject-candidate",
}
local REJECTED = -1 -- darktable's rating of a rejected photo
-- Steps after which a box of the upright picture would crop something else.
local TURNING = { "clipping", "ashift", "rotatepixels" }
local AS_THE_CAMERA_SAYS = "ffffffff" -- op_params of flip: the orientation of EXIF

-- A mark of ours that was changed or taken away since is a person's too.
local function persons_rating(now, ours, person, wish)
  if ours.rating ~= nil then return now.rating ~= ours.rating end
  local by_import = now.rating == 0 or now.rating == wish.initial_rating
  return not by_import or person.rated == true or person.flagged == true
end

local function persons_label(now, ours, person)
  if ours.label == nil then return next(now.labels) ~= nil or person.labelled == true end
  local others = false
  for colour in pairs(now.labels) do others = others or colour ~= ours.label end
  return others or not now.labels[ours.label]
end

local function persons_crop(now, ours)
  local step = now.steps.crop
  local is_on = step ~= nil and step.enabled == "1"
  if ours.crop == nil then return is_on end
  return not (is_on and crop_step.same_edges(ours.crop, step.op_params))
end

local function is_turned(steps)
  for _, operation in ipairs(TURNING) do
    if steps[operation] and steps[operation].enabled == "1" then return true end
  end
  local flip = steps.flip
  return flip ~= nil and (flip.enabled ~= "1" or flip.op_params ~= AS_THE_CAMERA_SAYS)
end

local function plan_rating(out, rating, now, ours, person, wish)
  if rating == now.rating then return end
  if persons_rating(now, ours, person, wish) then
    out.theirs.rating = rating
  else
    out.change.rating = rating
  end
end

local function plan_pick(out, result, now, ours, person, wish)
  if wish.labels and result.label then
    if persons_label(now, ours, person) then
      out.theirs.label = result.label
    elseif not now.labels[result.label] then
      out.change.label = result.label
    end
  end
  if wish.flags and result.pick == -1 then plan_rating(out, REJECTED, now, ours, person, wish) end
  local tag = TAG_OF[result.decision]
  if wish.tags and tag and not now.tags[tag] then out.change.tag = tag end
end

local function plan_crop(out, result, now, ours, wish)
  if result.crop == nil then return end
  if (result.crop.turn_deg or 0) ~= 0 then
    out.left = "tilted"
  elseif is_turned(now.steps) then
    out.left = "turned"
  else
    local params = crop_step.params(result.crop.box)
    if now.steps.crop and now.steps.crop.enabled == "1" and crop_step.same_edges(params, now.steps.crop.op_params) then return end
    local into = persons_crop(now, ours) and out.theirs or out.change
    into.crop = result.crop.box
    if wish.tags and not now.tags["assist-crop"] then into.tag = "assist-crop" end
  end
end

-- `change`: set at once. `theirs`: what only a yes of the user replaces. `left`: why a crop cannot be set here.
function plan.photo(verb, result, now, ours, wish)
  local out = { change = {}, theirs = {} }
  local person = result.person or {}
  if verb == "rate" and result.rating and now.rating ~= REJECTED then
    plan_rating(out, result.rating, now, ours, person, wish)
  elseif verb == "pick" then
    plan_pick(out, result, now, ours, person, wish)
  elseif verb == "crop" then
    plan_crop(out, result, now, ours, wish)
  end
  return out
end

-- One decision at a time: the tag that goes where `tag` comes, a keeper's where it is an alternate now.
function plan.replaced_tag(tag, held)
  for _, other in pairs(TAG_OF) do
    if tag ~= "assist-crop" and other ~= tag and held[other] then return other end
  end
  return nil
end

-- What of an entry of a run can be taken back: only where the photo still is as we set it. Gives what to set, and
-- the names of what was changed since.
function plan.take_back(entry, now)
  local back, changed = {}, {}
  local function consider(field, is_still)
    if entry.set[field] == nil then return end
    if is_still then back[field] = entry.before[field] or false else changed[#changed + 1] = field end
  end
  consider("rating", now.rating == entry.set.rating)
  local label = entry.set.label
  local alone = label ~= nil and now.labels[label] == true and next(now.labels, next(now.labels)) == nil
  consider("label", alone)
  local crop = now.steps and now.steps.crop
  local is_on = crop ~= nil and crop.enabled == "1"
  consider("crop", is_on and crop_step.same_edges(entry.set.crop, crop.op_params))
  consider("tag", entry.set.tag ~= nil and now.tags[entry.set.tag] == true)
  return back, changed
end

local function is_as_before(field, before, now)
  if field == "rating" then return now.rating == before.rating end
  if field == "label" then
    local held = before.label or {}
    for colour in pairs(held) do if not now.labels[colour] then return false end end
    for colour in pairs(now.labels) do if not held[colour] then return false end end
    return true
  end
  if field == "tag" then return true end
  local crop = now.steps and now.steps.crop
  local is_on = crop ~= nil and crop.enabled == "1"
  if not before.crop then return not is_on end
  return is_on and crop_step.same_edges(before.crop.op_params, crop.op_params)
end

-- What of an entry was noted and, as the photo shows, not set: all of it is as it was before.
function plan.unset(entry, now)
  local unset = {}
  local _, changed = plan.take_back(entry, now)
  for _, field in ipairs(changed) do
    if is_as_before(field, entry.before, now) then unset[#unset + 1] = field end
  end
  return unset
end

return plan
