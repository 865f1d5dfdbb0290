-- LrPhoto: takes what the SDK's documentation says that it takes, and refuses all else.
local tasks = require "stub.tasks"

local photo = {}
photo.__index = photo

local READABLE = {}
for key in
  ([[path uuid fileSize fileFormat isVideo isCropped rating colorNameForLabel pickStatus width height dimensions
  croppedDimensions aspectRatio isVirtualCopy masterPhoto virtualCopies countVirtualCopies dateTimeOriginal gps keywords]]):gmatch(
    "%a+"
  )
do
  READABLE[key] = true
end

local FORMATTED = { fileName = true, copyName = true, label = true, title = true, caption = true }
-- Lightroom in German: label texts are translated, colour names are not.
local LABELS = { red = "Rot", yellow = "Gelb", green = "Grün", blue = "Blau", purple = "Lila", none = "" }

local function is_whole(value, lowest, highest)
  return type(value) == "number" and value == math.floor(value) and value >= lowest and value <= highest
end

local WRITABLE = {
  rating = function(value)
    return value == nil or is_whole(value, 1, 5)
  end,
  pickStatus = function(value)
    return is_whole(value, -1, 1)
  end,
  colorNameForLabel = function(value)
    return LABELS[value] ~= nil
  end,
  label = function(value)
    return type(value) == "string"
  end,
}

local DEVELOP = { HasCrop = "boolean" }
for _, key in ipairs({ "CropLeft", "CropTop", "CropRight", "CropBottom", "CropAngle", "Exposure2012", "PerspectiveUpright" }) do
  DEVELOP[key] = "number"
end

function photo.new(catalog, path, given)
  local self = setmetatable({ catalog = catalog, develop = {}, properties = {}, snapshots = {}, history = {} }, photo)
  self.raw = { path = path, isVideo = false, pickStatus = 0, colorNameForLabel = "none", isVirtualCopy = false }
  self.raw.virtualCopies = {}
  self.formatted = { fileName = path:match("[^/]+$"), label = "" }
  for key, value in pairs(given or {}) do
    self.raw[key] = value
  end
  if given and given.colorNameForLabel then
    self.formatted.label = LABELS[given.colorNameForLabel]
  end
  return self
end

local function change(self, room, key, value)
  local before = self[room][key]
  self.catalog:on_rollback(function()
    self[room][key] = before
  end)
  self[room][key] = value
end

function photo:getRawMetadata(key)
  if not READABLE[key] then
    error("Unknown metadata key: " .. tostring(key), 2)
  end
  return self.raw[key]
end

function photo:getFormattedMetadata(key)
  if not FORMATTED[key] then
    error("Unknown metadata key: " .. tostring(key), 2)
  end
  return self.formatted[key]
end

function photo:setRawMetadata(key, value)
  tasks.pause("LrPhoto:setRawMetadata")
  self.catalog:assert_writing("LrPhoto:setRawMetadata")
  if not WRITABLE[key] then
    error("Unknown metadata key: " .. tostring(key), 2)
  end
  if not WRITABLE[key](value) then
    error("Wrong value for " .. key .. ": " .. type(value) .. " " .. tostring(value), 2)
  end
  if key == "label" then
    change(self, "formatted", "label", value)
    change(self, "raw", "colorNameForLabel", "none")
    return
  end
  if key == "colorNameForLabel" then
    change(self, "formatted", "label", LABELS[value])
  end
  change(self, "raw", key, value)
end

function photo:getPropertyForPlugin(plugin, field)
  self.catalog:field(plugin, field)
  return self.properties[field]
end

function photo:setPropertyForPlugin(plugin, field, value)
  tasks.pause("LrPhoto:setPropertyForPlugin")
  self.catalog:assert_writing("LrPhoto:setPropertyForPlugin")
  local declared = self.catalog:field(plugin, field)
  if value ~= nil and type(value) ~= "string" then
    error("Wrong value for " .. field .. ": a " .. type(value), 2)
  end
  if declared.dataType == "enum" then
    local known = false
    for _, choice in ipairs(declared.values) do
      known = known or choice.value == value
    end
    if not known then
      error("Not a value of " .. field .. ": " .. tostring(value), 2)
    end
  end
  change(self, "properties", field, value)
end

function photo:getDevelopSettings()
  tasks.pause("LrPhoto:getDevelopSettings")
  local copy = {}
  for key, value in pairs(self.develop) do
    copy[key] = value
  end
  return copy
end

function photo:applyDevelopSettings(settings, history, flatten)
  tasks.pause("LrPhoto:applyDevelopSettings")
  self.catalog:assert_writing("LrPhoto:applyDevelopSettings")
  assert(type(history) == "string" and type(flatten) == "boolean", "applyDevelopSettings(settings, historyName, flattenAutoNow)")
  for key, value in pairs(settings) do
    if type(value) ~= DEVELOP[key] then
      error("Wrong develop setting " .. tostring(key) .. ": a " .. type(value), 2)
    end
    if key:match("^Crop[LTRB]") and (value < -1e-9 or value > 1 + 1e-9) then
      error("Develop setting out of range: " .. key, 2)
    end
    if not (self.takes_no_crop and key:match("Crop")) then
      change(self, "develop", key, value)
    end
  end
  table.insert(self.history, history)
end

function photo:createDevelopSnapshot(name, update)
  tasks.pause("LrPhoto:createDevelopSnapshot")
  self.catalog:assert_writing("LrPhoto:createDevelopSnapshot")
  assert(type(name) == "string" and type(update) == "boolean", "createDevelopSnapshot(name, updateExisting)")
  if self.snapshots[name] and not update then
    return false
  end
  change(self, "snapshots", name, self:getDevelopSettings())
  return true
end

return photo
