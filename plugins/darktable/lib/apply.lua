-- Sets what was planned, photo by photo, each change noted with what was there before; and takes a run back.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local breathe = require(room .. "breathe")
local crop_step = require(room .. "crop_step")
local marks = require(room .. "marks")
local plan = require(room .. "plan")
local settle = require(room .. "settle")

local apply = {}

local function far(at, job, total)
  if job.valid then job.percent = at / total end
  breathe()
end

local function path_of(image)
  return image.path .. "/" .. image.filename
end

-- The entry of the journal for what is about to be set: what we set, what was there, what of it was ours before.
local function entry_for(one, ours, parent)
  local set, before, known = {}, { rating = one.now.rating, label = one.now.labels }, {}
  for field, value in pairs(one.change) do
    set[field] = field == "crop" and crop_step.params(value) or value
    known[field] = ours[field]
  end
  local step = one.change.crop and one.now.steps.crop
  if step and step.enabled == "1" then
    step.num = nil
    before.crop = step
  end
  before.tag = set.tag and plan.replaced_tag(set.tag, one.now.tags)
  return { id = one.image.id, path = path_of(one.image), parent = parent, set = set, before = before, known = known }
end

-- Notes all that is about to be set and writes it down; nil and a sentence where that fails: then nothing may be set.
function apply.note(todo, run, memory, parent)
  for _, one in ipairs(todo) do
    local entry = entry_for(one, memory:of(one.image.id, path_of(one.image)), parent)
    one.entry = entry
    run.entries[#run.entries + 1] = entry
    for _, field in ipairs({ "rating", "label", "crop" }) do
      if entry.set[field] ~= nil then memory:note(entry.id, entry.path, field, entry.set[field]) end
    end
  end
  local saved, trouble = memory:save()
  if saved then memory:work() end
  return saved, trouble
end

-- In the pauses the user may have given the photo a mark.
local function check_unmarked(image, change, now)
  local labels = marks.labels(image)
  local is_marked = change.rating and image.rating ~= now.rating
  for _, colour in ipairs(change.label and marks.COLOURS or {}) do
    is_marked = is_marked or labels[colour] ~= now.labels[colour]
  end
  if is_marked then error("it was marked meanwhile, and left so", 0) end
end

local function set_all(image, change, entry, now)
  check_unmarked(image, change, now)
  if change.rating then image.rating = change.rating end
  if change.label then marks.set_labels(image, { [change.label] = true }) end
  if change.tag then
    if entry.before.tag then marks.detach(image, entry.parent, entry.before.tag) end
    marks.attach(image, entry.parent, change.tag)
  end
  if change.crop then marks.crop(image, change.crop) end
end

-- `todo`: { image =, change =, entry = } each. Counts the photos set, and names those that darktable refused.
function apply.changes(todo, job)
  local done, refused, stars = 0, {}, {}
  for at, one in ipairs(todo) do
    if not job.valid then break end
    local fine, trouble = pcall(set_all, one.image, one.change, one.entry, one.now)
    one.is_set = fine
    if fine then done = done + 1 else refused[#refused + 1] = path_of(one.image) .. ": " .. tostring(trouble) end
    if fine and one.change.rating then
      stars[#stars + 1] = { image = one.image, was = one.entry.before.rating, set = one.change.rating }
    end
    far(at, job, #todo)
  end
  settle(stars)
  return done, refused
end

-- What was noted and then not set, because the user cancelled or darktable refused, was never ours.
function apply.forget_unset(todo, run, memory)
  local unset = {}
  for _, one in ipairs(todo) do
    if not one.is_set then unset[one.entry] = true end
  end
  for at = #run.entries, 1, -1 do
    local entry = run.entries[at]
    if unset[entry] then
      for field in pairs(entry.set) do
        if field ~= "tag" then memory:note(entry.id, entry.path, field, entry.known[field]) end
      end
      table.remove(run.entries, at)
    end
  end
end

local function image_of(entry)
  local found, image = pcall(dt.database.get_image, entry.id)
  if found and image and path_of(image) == entry.path then return image end
  return nil
end

local function forget_fields(entry, fields, memory)
  for _, field in ipairs(fields) do
    if field ~= "tag" then memory:note(entry.id, entry.path, field, entry.known[field]) end
    entry.set[field] = nil
  end
end

-- Where darktable ended while marks were set: what the last run did not come to was never ours, nor taken away by the user.
function apply.forget_broken_off(memory)
  if not memory:is_at_work() then return end
  local run = memory:last()
  for at = run and #run.entries or 0, 1, -1 do
    local entry = run.entries[at]
    local image = image_of(entry)
    if image then forget_fields(entry, plan.unset(entry, marks.read(image, entry.parent, entry.set.crop ~= nil)), memory) end
    if next(entry.set) == nil then table.remove(run.entries, at) end
    breathe()
  end
  if run and #run.entries == 0 then memory:forget_last() end
  if memory:save() then memory:rest() end
end

local function set_back(image, entry, back, now)
  if back.rating then image.rating = back.rating end
  if back.label ~= nil then marks.set_labels(image, back.label or {}) end
  if back.crop ~= nil then marks.uncrop(image, back.crop or nil, now) end
  if back.tag ~= nil then
    marks.detach(image, entry.parent, entry.set.tag)
    if back.tag then marks.attach(image, entry.parent, back.tag) end
  end
end

local function take_back_one(entry, memory, stars)
  local image = image_of(entry)
  if not image then return "gone" end
  local now = marks.read(image, entry.parent, entry.set.crop ~= nil)
  local back, changed = plan.take_back(entry, now)
  set_back(image, entry, back, now)
  if back.rating then stars[#stars + 1] = { image = image, was = entry.set.rating, set = back.rating } end
  for field in pairs(back) do
    if field ~= "tag" then memory:note(entry.id, entry.path, field, entry.known[field]) end
  end
  return #changed > 0 and "changed" or "back"
end

-- Newest first, so that a photo set twice in a run comes back to where it was. Counts back, changed since, gone, refused.
function apply.take_back(run, memory, job)
  local count, stars = { back = 0, changed = 0, gone = 0, refused = 0 }, {}
  for at = #run.entries, 1, -1 do
    local fine, outcome = pcall(take_back_one, run.entries[at], memory, stars)
    if not fine then dt.print_error("photo-assist: " .. tostring(outcome)) end
    outcome = fine and outcome or "refused"
    count[outcome] = count[outcome] + 1
    far(#run.entries - at + 1, job, #run.entries)
  end
  settle(stars)
  return count
end

return apply
