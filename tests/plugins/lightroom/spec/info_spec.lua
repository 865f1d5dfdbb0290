local lfs = require "lfs"
local lightroom = require "stub.lightroom"

describe("The plug-in as Lightroom reads it", function()
  local PLUGIN = "../../../plugins/lightroom/assist.lrplugin/"
  local info = dofile(PLUGIN .. "Info.lua")

  local function is_there(name)
    return lfs.attributes(PLUGIN .. name, "mode") == "file"
  end

  it("names versions and itself", function()
    assert.is_true(info.LrSdkMinimumVersion <= info.LrSdkVersion)
    assert.are.equal("photoassist.lightroom", info.LrToolkitIdentifier)
  end)

  it("has every file that it names", function()
    for _, name in ipairs({ info.LrMetadataProvider, info.LrMetadataTagsetFactory, info.LrPluginInfoProvider }) do
      assert.is_true(is_there(name), name)
    end
    for _, menu in ipairs({ info.LrLibraryMenuItems, info.LrExportMenuItems }) do
      for _, item in ipairs(menu) do
        assert.is_true(is_there(item.file), item.file)
      end
    end
  end)

  it("offers suggestions only where photos are selected", function()
    local always = {}
    for _, item in ipairs(info.LrLibraryMenuItems) do
      if item.enabledWhen ~= "photosSelected" then
        always[#always + 1] = item.title
      end
    end
    assert.are.same({ "Take back last run", "Add smart collections" }, always)
  end)

  it("shows only fields that it declares", function()
    local declared = {}
    for _, field in ipairs(dofile(PLUGIN .. "Metadata.lua").metadataFieldsForPhotos) do
      declared[info.LrToolkitIdentifier .. "." .. field.id] = true
    end
    for _, item in ipairs(dofile(PLUGIN .. "Tagset.lua").items) do
      local name = type(item) == "table" and item[1] or item
      assert.is_true(declared[name] or name:match("^com%.adobe%.") ~= nil, name)
    end
  end)

  it("has a settings page whose every control is a setting", function()
    lightroom.start()
    local page = dofile(PLUGIN .. "PluginInfo.lua").sectionsForTopOfDialog(lightroom.view_factory())
    local defaults, seen = require("Settings").DEFAULTS, 0
    local function look(element)
      if type(element) == "table" then
        if type(element.value) == "table" and element.value.bound then
          seen = seen + 1
          assert.is_not_nil(defaults[element.value.bound], element.value.bound)
        end
        for key, child in pairs(element) do
          if key ~= "bind_to_object" then
            look(child)
          end
        end
      end
    end
    look(page)
    assert.are.equal(9, seen)
  end)
end)
