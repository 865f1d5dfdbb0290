-- A photo's stars, colour labels and our own tags, read and set in darktable. darktable writes its sidecar itself.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local crop_step = require(room .. "crop_step")
local history = require(room .. "history")
local plan = require(room .. "plan")

local marks = {}

marks.COLOURS = { "red", "yellow", "green", "blue", "purple" }

function marks.labels(image)
  local on = {}
  for _, colour in ipairs(marks.COLOURS) do
    if image[colour] then on[colour] = true end
  end
  return on
end

-- Those of our tags that hang under `parent`.
local function tags(image, parent)
  local held = {}
  for _, tag in ipairs(image:get_tags()) do held[tag.name] = true end
  local ours = {}
  for _, name in ipairs(plan.TAGS) do ours[name] = held[parent .. "|" .. name] end
  return ours
end

-- `with_steps`: also the steps of its history, which takes a few milliseconds more.
function marks.read(image, parent, with_steps)
  return {
    rating = image.rating,
    labels = marks.labels(image),
    tags = tags(image, parent),
    steps = with_steps and history.steps(image) or nil,
  }
end

function marks.set_labels(image, wanted)
  for _, colour in ipairs(marks.COLOURS) do
    if image[colour] ~= (wanted[colour] == true) then image[colour] = wanted[colour] == true end
  end
end

function marks.attach(image, parent, name)
  image:attach_tag(dt.tags.create(parent .. "|" .. name))
end

function marks.detach(image, parent, name)
  local tag = dt.tags.find(parent .. "|" .. name)
  if tag then image:detach_tag(tag) end
end

function marks.crop(image, box)
  history.add(image, crop_step.step(box, true))
end

-- The step that was there before, else ours switched off: darktable's history keeps the trail.
function marks.uncrop(image, before, now)
  local step = before or now.steps.crop
  if not before then step.enabled = "0" end
  history.add(image, step)
end

return marks
