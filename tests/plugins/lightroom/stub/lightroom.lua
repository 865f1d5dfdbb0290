-- Lightroom Classic's names around the plug-in: `import`, `_PLUGIN`, and the namespaces that it uses. What is not here is nil,
-- as a misspelt name is in Lightroom.
local lfs = require "lfs"
local socket = require "socket"

local Catalog = require "stub.catalog"
local http = require "stub.http"
local tasks = require "stub.tasks"

local lightroom = {}

local PLUGIN_PATH = "../../../plugins/lightroom/assist.lrplugin"

local files = {
  exists = function(path)
    return lfs.attributes(path, "mode") or false
  end,
  readFile = function(path)
    local file = assert(io.open(path, "rb"))
    local text = file:read("*a")
    file:close()
    return text
  end,
  delete = function(path)
    return os.remove(path)
  end,
  createAllDirectories = function(path)
    return lfs.mkdir(path)
  end,
}

local paths = {
  child = function(folder, name)
    return folder .. "/" .. name
  end,
  getStandardFilePath = function(name)
    local known = { temp = lightroom.temp, home = lightroom.temp }
    return known[name] or error("Unknown standard path: " .. tostring(name), 2)
  end,
}

local function progress_scope(options)
  assert(type(options.title) == "string", "a progress bar has a title")
  local scope = { title = options.title, portions = {} }
  function scope.setCancelable() end
  function scope.isCanceled()
    return lightroom.cancel_after ~= nil and #scope.portions >= lightroom.cancel_after
  end
  function scope.setPortionComplete(_, done, total)
    assert(total > 0 and done <= total, "a portion of " .. done .. " of " .. total)
    table.insert(scope.portions, done / total)
  end
  function scope.setCaption(_, text)
    assert(type(text) == "string", "a caption is text")
  end
  function scope.done()
    scope.is_done = true
  end
  table.insert(lightroom.scopes, scope)
  return scope
end

local function view_factory()
  local function element(kind)
    return function(_, options)
      options.kind = kind
      return options
    end
  end
  local factory = {}
  for _, kind in ipairs({ "row", "column", "static_text", "edit_field", "push_button", "checkbox", "popup_menu" }) do
    factory[kind] = element(kind)
  end
  return factory
end

local function namespaces()
  return {
    LrTasks = tasks.LrTasks,
    LrHttp = lightroom.http or http.LrHttp,
    LrFileUtils = files,
    LrPathUtils = paths,
    LrDate = { currentTime = socket.gettime },
    LrPrefs = {
      prefsForPlugin = function()
        return lightroom.prefs
      end,
    },
    LrApplication = {
      activeCatalog = function()
        return lightroom.catalog
      end,
    },
    LrDialogs = {
      message = function(title, text, kind)
        assert(type(title) == "string" and (text == nil or type(text) == "string"), "a message is text")
        assert(kind == nil or kind == "info" or kind == "warning" or kind == "critical", "an unknown kind of message")
        table.insert(lightroom.messages, { title = title, text = text or "", kind = kind or "warning" })
      end,
      confirm = function(title, text, action, cancel, other)
        table.insert(lightroom.questions, { title = title, text = text, action = action, cancel = cancel, other = other })
        return lightroom.reply or "ok"
      end,
      attachErrorDialogToFunctionContext = function() end,
    },
    LrFunctionContext = {
      postAsyncTaskWithContext = function(name, work)
        assert(type(name) == "string", "a context has a name")
        tasks.LrTasks.startAsyncTask(function()
          work({})
        end)
      end,
    },
    LrProgressScope = progress_scope,
    LrView = {
      bind = function(key)
        return { bound = key }
      end,
    },
  }
end

lightroom.view_factory = view_factory
lightroom.run = tasks.run

-- A fresh Lightroom with an empty catalogue; the plug-in's files are loaded anew. `given`: http, temp, prefs.
function lightroom.start(given)
  given = given or {}
  lightroom.temp = given.temp or os.getenv("TMPDIR") or "/tmp"
  lightroom.http, lightroom.prefs = given.http, given.prefs or {}
  lightroom.messages, lightroom.questions, lightroom.scopes = {}, {}, {}
  lightroom.cancel_after, lightroom.reply = nil, nil
  tasks.reset()
  for name in pairs(package.loaded) do
    if lfs.attributes(PLUGIN_PATH .. "/" .. name .. ".lua", "mode") then
      package.loaded[name] = nil
    end
  end
  _G._PLUGIN = { id = "photoassist.lightroom", path = PLUGIN_PATH }
  _G.WIN_ENV = false
  local known = namespaces()
  _G.import = function(name)
    return known[name] or error("Lightroom has no namespace " .. tostring(name), 2)
  end
  lightroom.catalog = Catalog.new(_G._PLUGIN, dofile(PLUGIN_PATH .. "/Metadata.lua"))
  return lightroom.catalog
end

-- Chooses a menu item: its file is run, and all tasks to their end.
function lightroom.choose(file)
  dofile(PLUGIN_PATH .. "/" .. file .. ".lua")
  tasks.run()
end

return lightroom
