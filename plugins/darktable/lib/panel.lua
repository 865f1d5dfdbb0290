-- The panel of the lighttable: buttons, what the last run did, and a question where photos are marked already.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local settings = require(room .. "settings")
local words = require(room .. "words")

local panel = {}

local function button(label, tooltip, clicked)
  return dt.new_widget("button")({ label = label, tooltip = tooltip, clicked_callback = clicked })
end

local function row(...)
  return dt.new_widget("box")({ orientation = "horizontal", ... })
end

local function build(actions, _)
  local widgets = {}
  widgets.aspect = dt.new_widget("combobox")({
    label = _("shape of crops"), tooltip = _("free: whichever suits the photo"), selected = settings.aspect(),
    changed_callback = function(chosen) settings.choose_aspect(chosen.value) end,
    table.unpack(settings.ASPECTS),
  })
  widgets.status = dt.new_widget("label")({ label = _("select photos, then choose"), halign = "start" })
  widgets.details = dt.new_widget("text_view")({ text = "", editable = false })
  widgets.replace = button(_("replace mine"), _("sets what was suggested on these photos too"), actions.replace)
  widgets.keep = button(_("leave mine"), _("these photos stay as you marked them"), actions.leave)
  widgets.rows = dt.new_widget("box")({
    orientation = "vertical",
    row(button(_("rate"), _("stars, by how photo-assist scores them"), actions.rate),
      button(_("suggest picks"), _("colour labels and tags: keep, alternate, reject?"), actions.pick)),
    row(button(_("suggest crops"), _("a crop as a step of the history"), actions.crop),
      button(_("explain"), _("says why; changes nothing"), actions.explain)),
    widgets.aspect,
    button(_("take back last run"), _("only what still is as photo-assist set it"), actions.take_back),
    widgets.status,
    row(widgets.replace, widgets.keep),
    widgets.details,
  })
  return widgets
end

-- `actions`: functions by name, called by the buttons.
function panel.new(actions, _)
  local widgets = build(actions, _)
  local self = { widget = widgets.rows }
  function self.aspect() return widgets.aspect.value end
  function self.status() return widgets.status.label, widgets.details.text end
  function self.say(status, details)
    widgets.status.label = words.wrap(words.shown(status))
    widgets.details.text = words.shown(details or "")
  end
  function self.ask(is_open)
    widgets.replace.sensitive = is_open
    widgets.keep.sensitive = is_open
  end
  self.ask(false)
  return self
end

-- Registered in the lighttable only: darktable crashes on a panel that is registered elsewhere (lua-scripts).
function panel.show(name, title, widget)
  dt.register_lib(name, title, true, false, {
    [dt.gui.views.lighttable] = { "DT_UI_CONTAINER_PANEL_RIGHT_CENTER", 100 },
  }, widget, nil, nil)
end

return panel
