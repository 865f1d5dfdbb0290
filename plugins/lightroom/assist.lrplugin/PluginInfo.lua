-- The settings page, in File > Plug-in Manager.
local LrDialogs = import "LrDialogs"
local LrPrefs = import "LrPrefs"
local LrTasks = import "LrTasks"
local LrView = import "LrView"

local Client = require "Client"
local Lightroom = require "Lightroom"
local Program = require "Program"
local Settings = require "Settings"

local SHAPES = { "free", "1:1", "4:5", "3:2", "2:3", "16:9", "9:16", "5:4" }

local function try(prefs)
  LrTasks.startAsyncTask(function()
    local settings = Settings.read(prefs)
    local client = Client.new(Lightroom, settings, Program.path(Lightroom, settings, _PLUGIN))
    local door = client:daemon() and "the daemon" or "the program " .. client.program
    local quiet = {
      is_cancelled = function()
        return false
      end,
      progress = function() end,
    }
    local results, problem = client:ask("ping", {}, Settings.options(settings), quiet)
    if results then
      LrDialogs.message("photo-assist answers", "Through " .. door .. ".", "info")
    else
      LrDialogs.message("photo-assist does not answer", problem.message .. "\n" .. problem.hint, "warning")
    end
  end)
end

local function choices(values)
  local items = {}
  for index, value in ipairs(values) do
    items[index] = { title = value, value = value }
  end
  return items
end

local function program_row(view, prefs)
  return view:row({
    view:static_text({ title = "Program (empty: as installed)" }),
    view:edit_field({ value = LrView.bind("program"), width_in_chars = 40 }),
    view:push_button({
      title = "Try",
      action = function()
        try(prefs)
      end,
    }),
  })
end

local function mark_rows(view)
  local function box(title, key)
    return view:checkbox({ title = title, value = LrView.bind(key) })
  end
  return view:column({
    box("Use the daemon (assist serve) while it runs", "use_daemon"),
    box("Rate sets stars", "stars"),
    box("Suggest picks sets pick flags", "flags"),
    box("Suggest picks sets colour labels", "labels"),
    box("Suggest picks flags reject candidates as rejected", "reject_flags"),
  })
end

local function crop_rows(view)
  return view:row({
    view:static_text({ title = "Crops" }),
    view:popup_menu({
      value = LrView.bind("crop_as"),
      items = { { title = "on the photo", value = "develop" }, { title = "as virtual copies", value = "copies" } },
    }),
    view:static_text({ title = "Shape" }),
    view:popup_menu({ value = LrView.bind("aspect"), items = choices(SHAPES) }),
    view:static_text({ title = "Profile" }),
    view:edit_field({ value = LrView.bind("profile"), width_in_chars = 20 }),
  })
end

return {
  sectionsForTopOfDialog = function(view)
    local prefs = LrPrefs.prefsForPlugin()
    for name, value in pairs(Settings.read(prefs)) do
      prefs[name] = value
    end
    return {
      {
        title = "photo-assist",
        synopsis = "Rates, picks and crops; never replaces what you set",
        bind_to_object = prefs,
        program_row(view, prefs),
        mark_rows(view),
        crop_rows(view),
      },
    }
  end,
}
