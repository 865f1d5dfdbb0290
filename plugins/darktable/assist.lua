--[[
  photo-assist inside darktable: stars, picks, crops and reasons for the selected photos

  Copyright photo-assist developers
  SPDX-License-Identifier: Apache-2.0
]]
--[[
  photo-assist tells which frames of a shoot to keep and why. This script shows it in the lighttable.

  ADDITIONAL SOFTWARE NEEDED
  * photo-assist, the program `assist`; named in program.txt beside this file, on the path, or chosen under preferences, lua options

  USAGE
  * `assist plugin install darktable`; or by hand:
    * copy the folder of this file into darktable's lua folder as photo_assist
    * add to luarc: require "photo_assist/assist"  (or switch it on in script_manager)
  * select photos in the lighttable, then choose rate, suggest picks, suggest crops or explain
  * all of them, and "take back last run", can have shortcuts

  Nothing that you rated, labelled or cropped is replaced unless you say so, and a run can be taken back.

  BUGS, CAVEATS
  * one star is taken for darktable's own, which it gives on import
  * crops that need the photo levelled are told, not set
  Docs: docs/editors.md of photo-assist
]]

local dt = require "darktable"

local MODULE = "photo_assist"
local OLDEST_API = "9.0.0" -- darktable 4.2: the oldest that this was tried with
local here = (...):match("^(.*/)") or ""

local function _(text)
  return dt.gettext.gettext(text)
end

-- Through lua-scripts where they are installed; they say it on the screen.
local function check_api()
  local has_lib, du = pcall(require, "lib/dtutils")
  if has_lib and type(du) == "table" and du.check_min_api_version then
    return du.check_min_api_version(OLDEST_API, MODULE)
  end
  local major = tonumber(dt.configuration.api_version_string:match("^%d+"))
  if major < tonumber(OLDEST_API:match("^%d+")) then
    error(string.format("%s needs Lua API %s, darktable has %s", MODULE, OLDEST_API, dt.configuration.api_version_string), 0)
  end
end

check_api()

local memory = require(here .. "lib/memory")
local panel = require(here .. "lib/panel")
local run = require(here .. "lib/run")
local settings = require(here .. "lib/settings")

local script_data = {}
script_data.metadata = {
  name = _("photo-assist"),
  purpose = _("stars, picks, crops and reasons for the selected photos"),
  author = "photo-assist developers",
  help = "docs/editors.md",
}

local state = { memory = memory.open(dt.configuration.config_dir .. "/photo_assist.json"), theirs = {} }

-- What the buttons and shortcuts do; other scripts may call them too.
script_data.actions = {
  rate = function() run.verb(state, "rate", _) end,
  pick = function() run.verb(state, "pick", _) end,
  crop = function() run.verb(state, "crop", _) end,
  explain = function() run.verb(state, "explain", _) end,
  take_back = function() run.take_back(state, _) end,
  replace = function() run.replace(state, _) end,
  leave = function() run.leave(state, _) end,
  cancel = function() run.cancel(state) end,
}
script_data.status = function() return state.panel.status() end

local SHORTCUTS = {
  rate = _("photo-assist: rate"), pick = _("photo-assist: suggest picks"), crop = _("photo-assist: suggest crops"),
  explain = _("photo-assist: explain"), take_back = _("photo-assist: take back last run"),
  cancel = _("photo-assist: cancel"),
}

settings.register(_)
state.panel = panel.new(script_data.actions, _)

local is_shown = false

local function show_panel()
  if is_shown then
    dt.gui.libs[MODULE].visible = true
  else
    panel.show(MODULE, _("photo-assist"), state.panel.widget)
    is_shown = true
  end
end

local function register_shortcuts()
  for name, label in pairs(SHORTCUTS) do
    dt.register_event(MODULE .. "_" .. name, "shortcut", script_data.actions[name], label)
  end
end

-- In another view the panel has to wait for the lighttable.
local function show_when_possible()
  if dt.gui.current_view().id == "lighttable" then return show_panel() end
  dt.register_event(MODULE, "view-changed", function(_, _, new)
    if new.id == "lighttable" then
      show_panel()
      dt.destroy_event(MODULE, "view-changed")
    end
  end)
end

function script_data.destroy()
  dt.gui.libs[MODULE].visible = false
  for name in pairs(SHORTCUTS) do dt.destroy_event(MODULE .. "_" .. name, "shortcut") end
end

function script_data.restart()
  show_when_possible()
  register_shortcuts()
end

script_data.destroy_method = "hide"
script_data.show = show_when_possible

if dt.configuration.has_gui then
  show_when_possible()
  register_shortcuts()
  if state.memory.put_aside then
    dt.print(string.format(_("photo-assist: what it had set could not be read; kept as %s"), state.memory.put_aside))
  end
end

return script_data
