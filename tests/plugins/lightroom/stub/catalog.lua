-- LrCatalog: one write access at a time, all of it or nothing; no search in places where Lightroom would wait for ever.
local Photo = require "stub.photo"
local tasks = require "stub.tasks"

local catalog = {}
catalog.__index = catalog

function catalog.new(plugin, metadata)
  local self = setmetatable({ photos = {}, selected = {}, properties = {}, collections = {}, accesses = {} }, catalog)
  self.plugin, self.fields = plugin, {}
  for _, field in ipairs(metadata.metadataFieldsForPhotos) do
    self.fields[field.id] = field
  end
  return self
end

function catalog:add(path, given)
  local photo = Photo.new(self, path, given)
  table.insert(self.photos, photo)
  table.insert(self.selected, photo)
  return photo
end

function catalog:assert_writing(name)
  if not self.rollback then
    error(name .. " must be called within withWriteAccessDo", 3)
  end
end

local function assert_outside(self, name)
  if self.reading or self.rollback then
    error(name .. " within an access waits for ever on Windows", 3)
  end
end

function catalog:on_rollback(undo)
  table.insert(self.rollback, undo)
end

function catalog:field(plugin, field)
  if plugin ~= self.plugin and plugin ~= self.plugin.id then
    error("No such plug-in", 3)
  end
  return self.fields[field] or error("The plug-in declares no field " .. tostring(field), 3)
end

function catalog:withWriteAccessDo(name, work, params)
  tasks.pause("LrCatalog:withWriteAccessDo")
  assert(type(name) == "string", "withWriteAccessDo wants a name for Edit > Undo")
  if self.rollback then
    error("withWriteAccessDo within withWriteAccessDo", 2)
  end
  if self.busy_from and #self.accesses + 1 >= self.busy_from then
    return params and params.timeout and "aborted" or error("The catalogue is in use", 2)
  end
  self.rollback, self.fresh = {}, {}
  local fine, trouble = tasks.guarded(work)
  local undo = self.rollback
  self.rollback, self.fresh = nil, nil
  if not fine then
    for index = #undo, 1, -1 do
      undo[index]()
    end
    error(trouble, 0)
  end
  table.insert(self.accesses, { name = name, changes = #undo })
  return "executed"
end

function catalog:withReadAccessDo(work)
  self.reading = true
  work()
  self.reading = false
end

function catalog:getTargetPhoto()
  assert_outside(self, "getTargetPhoto")
  return self.selected[1]
end

function catalog:getTargetPhotos()
  tasks.pause("getTargetPhotos")
  assert_outside(self, "getTargetPhotos")
  local copy = {}
  for index, photo in ipairs(self.selected) do
    copy[index] = photo
  end
  return copy
end

function catalog:batchGetRawMetadata(photos, keys)
  tasks.pause("batchGetRawMetadata")
  assert(#photos == 0 or photos[1].catalog == self, "photos of another catalogue")
  local found = {}
  for _, photo in ipairs(photos) do
    found[photo] = {}
    for _, key in ipairs(keys) do
      found[photo][key] = photo:getRawMetadata(key)
    end
  end
  return found
end

function catalog:findPhotosWithProperty(plugin_id, field)
  tasks.pause("findPhotosWithProperty")
  assert_outside(self, "findPhotosWithProperty")
  assert(type(plugin_id) == "string", "findPhotosWithProperty wants the plug-in's identifier")
  self:field(plugin_id, field)
  local found = {}
  for _, photo in ipairs(self.photos) do
    if photo.properties[field] then
      table.insert(found, photo)
    end
  end
  return found
end

function catalog:getPropertyForPlugin(_, key)
  return self.properties[key]
end

function catalog:setPropertyForPlugin(_, key, value)
  tasks.pause("LrCatalog:setPropertyForPlugin")
  self:assert_writing("LrCatalog:setPropertyForPlugin")
  assert(value == nil or type(value) == "string", "a property of a catalogue is text")
  local before = self.properties[key]
  self:on_rollback(function()
    self.properties[key] = before
  end)
  self.properties[key] = value
end

-- Only what is shown can be selected.
function catalog:setSelectedPhotos(active, photos)
  tasks.pause("setSelectedPhotos")
  assert_outside(self, "setSelectedPhotos")
  local selected = {}
  for _, photo in ipairs(photos) do
    if not photo.is_hidden then
      table.insert(selected, photo)
    end
  end
  assert(active, "setSelectedPhotos wants an active photo")
  self.selected = #selected > 0 and selected or self.selected
end

function catalog:createVirtualCopies(name)
  tasks.pause("createVirtualCopies")
  assert_outside(self, "createVirtualCopies")
  local copies = {}
  for _, master in ipairs(self.selected) do
    local given = { isVirtualCopy = true, masterPhoto = master, dimensions = master.raw.dimensions }
    local copy = Photo.new(self, master.raw.path, given)
    for _, room in ipairs({ "develop", "properties" }) do
      for key, value in pairs(master[room]) do
        copy[room][key] = value
      end
    end
    copy.formatted.copyName = name
    copy.takes_no_crop = master.takes_no_crop
    table.insert(master.raw.virtualCopies, copy)
    table.insert(self.photos, copy)
    table.insert(copies, copy)
  end
  self.selected = copies
  return copies
end

local function created(self, kind, name, parent, may_return_prior, search)
  tasks.pause("LrCatalog:create" .. kind)
  self:assert_writing("LrCatalog:create" .. kind)
  if parent and self.fresh[parent] then
    error("a set cannot be used before the access that made it has ended", 3)
  end
  local key = kind:gsub("Smart", "") .. "/" .. (parent and parent.name or "") .. "/" .. name
  local prior = self.collections[key]
  if prior then
    return may_return_prior and prior or nil
  end
  local made = { name = name, parent = parent, search = search, photos = {} }
  function made.addPhotos(_, photos)
    self:assert_writing("LrCollection:addPhotos")
    assert(not self.fresh[made], "a collection cannot be filled before the access that made it has ended")
    for _, photo in ipairs(photos) do
      table.insert(made.photos, photo)
    end
  end
  self.collections[key], self.fresh[made] = made, true
  self:on_rollback(function()
    self.collections[key] = nil
  end)
  return made
end

function catalog:createCollectionSet(name, parent, may_return_prior)
  return created(self, "CollectionSet", name, parent, may_return_prior)
end

function catalog:createCollection(name, parent, may_return_prior)
  return created(self, "Collection", name, parent, may_return_prior)
end

local OPERATIONS = {
  sdk = { ["=="] = true, ["!="] = true },
  sdktext = { empty = true, notEmpty = true, beginsWith = true, any = true },
}

function catalog:createSmartCollection(name, search, parent, may_return_prior)
  assert(search.combine == "intersect" or search.combine == "union", "a search combines by intersect or union")
  for _, rule in ipairs(search) do
    local kind, plugin, field = rule.criteria:match("^(%a+):(.+)%.(%a+)$")
    assert(plugin == self.plugin.id and OPERATIONS[kind] and OPERATIONS[kind][rule.operation], "an unknown rule: " .. rule.criteria)
    local declared = self:field(plugin, field)
    assert(declared.searchable and (kind == "sdk") == (declared.dataType == "enum"), "a rule of the wrong kind: " .. rule.criteria)
  end
  return created(self, "SmartCollection", name, parent, may_return_prior, search)
end

return catalog
