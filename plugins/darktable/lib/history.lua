-- A photo's steps, read and added to from the lighttable through a style that lives for a moment; the darkroom is never
-- driven. darktable tags a photo with each style that it gets: that tag goes with the style.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local crop_step = require(room .. "crop_step")

local history = {}

local LOOK, CROP = "photo-assist-look", "photo-assist-crop"

local function find(name)
  for at = 1, #dt.styles do
    if dt.styles[at].name == name then return dt.styles[at] end
  end
  return nil
end

-- The style, its tag, and the copies that darktable keeps of what it made or that a killed run left.
local function clear(name)
  local style = find(name)
  if style then dt.styles.delete(style) end
  local tag = dt.tags.find("darktable|style|" .. name)
  if tag then dt.tags.delete(tag) end
  os.remove(dt.configuration.config_dir .. "/styles/" .. name .. ".dtstyle")
  os.remove(dt.configuration.cache_dir .. "/" .. name .. ".dtstyle")
end

local function exported(image)
  local style = dt.styles.create(image, LOOK, "")
  if style == nil then return "" end
  dt.styles.export(style, dt.configuration.cache_dir, true)
  local file = io.open(dt.configuration.cache_dir .. "/" .. LOOK .. ".dtstyle", "rb")
  if not file then error("the steps of " .. image.filename .. " could not be read", 0) end
  local text = file:read("a")
  file:close()
  return text
end

-- The newest step of each operation, as darktable's database has them now.
function history.steps(image)
  clear(LOOK)
  local done, text = pcall(exported, image)
  clear(LOOK)
  if not done then error(text, 0) end
  return crop_step.steps(text)
end

local function write_and_apply(image, step)
  local path = dt.configuration.cache_dir .. "/" .. CROP .. ".dtstyle"
  local file = assert(io.open(path, "wb"))
  file:write(crop_step.style(CROP, step))
  file:close()
  dt.styles.import(path)
  local style = find(CROP)
  if not style then error("darktable did not take the crop of " .. image.filename, 0) end
  dt.styles.apply(style, image)
end

-- Adds the step, or replaces the same one where it is the last.
function history.add(image, step)
  clear(CROP)
  local done, trouble = pcall(write_and_apply, image, step)
  clear(CROP)
  if not done then error(trouble, 0) end
end

return history
