-- What the user chose under preferences, "lua options".

local dt = require "darktable"

-- `require` of Lua 5.4 hands on the file's name too.
local folder = (select(2, ...) or ""):match("^(.*)[/\\]lib[/\\][^/\\]*$") or dt.configuration.config_dir .. "/lua/photo_assist"

local settings = { SCRIPT = "photo_assist", PARENT = "photo-assist" }

-- Shapes of crops: those of `assist crop`.
settings.ASPECTS = { "free", "3:2", "2:3", "4:5", "5:4", "1:1", "16:9", "9:16" }

local function register(name, kind, label, tooltip, default, ...)
  dt.preferences.register(settings.SCRIPT, name, kind, label, tooltip, default, ...)
end

function settings.register(_)
  register("program", "file", _("photo-assist: program"), _("the file `assist`; empty: as it was installed, or as the shell finds it"), "")
  register("parent_tag", "string", _("photo-assist: parent tag"), _("tags are set below this one"), settings.PARENT)
  register("labels", "bool", _("photo-assist: set colour labels"), _("green keep, yellow alternate, red reject?"), true)
  register("tags", "bool", _("photo-assist: set tags"), _("what was decided, and where a crop was set"), true)
  register("flags", "bool", _("photo-assist: reject what is called reject?"), _("darktable hides rejected photos"), false)
  register("yours", "enum", _("photo-assist: photos that you marked or cropped"),
    _("what happens to stars, labels and crops that are yours"), _("ask"), _("ask"), _("leave"), _("replace"))
  register("groups", "bool", _("photo-assist: whole groups"), _("what is grouped with a selected photo is taken too"), false)
  register("daemon", "bool", _("photo-assist: keep it ready"), _("a program waits in the background and answers at once"), false)
  register("aspect", "enum", _("photo-assist: shape of crops"), _("free: whichever suits the photo"), "free",
    table.unpack(settings.ASPECTS))
end

local function read(name, kind)
  return dt.preferences.read(settings.SCRIPT, name, kind)
end

-- What `assist plugin install` noted beside the plug-in.
local function noted_program()
  local file = io.open(folder .. "/program.txt", "rb")
  local text = file and file:read("a")
  if file then file:close() end
  return text and text:match("^%s*(.-)%s*$")
end

-- The program that was chosen; else the noted one; else as the shell finds it.
function settings.program()
  local chosen = read("program", "file")
  if chosen ~= nil and chosen ~= "" then return chosen end
  local noted = noted_program()
  return noted ~= nil and noted ~= "" and noted or "assist"
end

-- Levels are parted by |; spaces and bars at the ends would make a tag that nobody sees.
function settings.parent_tag()
  local chosen = (read("parent_tag", "string") or ""):gsub("^[%s|]+", ""):gsub("[%s|]+$", "")
  return chosen ~= "" and chosen or settings.PARENT
end

-- The place of the chosen shape in ASPECTS.
function settings.aspect()
  local chosen = read("aspect", "enum")
  for at, known in ipairs(settings.ASPECTS) do
    if known == chosen then return at end
  end
  return 1
end

function settings.choose_aspect(chosen)
  dt.preferences.write(settings.SCRIPT, "aspect", "enum", chosen)
end

function settings.keeps_ready()
  return read("daemon", "bool")
end

function settings.whole_groups()
  return read("groups", "bool")
end

-- "ask", "leave" or "replace".
function settings.yours(_)
  local chosen = read("yours", "enum")
  if chosen == _("leave") then return "leave" end
  if chosen == _("replace") then return "replace" end
  return "ask"
end

-- What `plan` wants to know. `initial_rating`: darktable's own preference of what an import gives.
function settings.wish()
  return {
    labels = read("labels", "bool"), tags = read("tags", "bool"), flags = read("flags", "bool"),
    initial_rating = dt.preferences.read("darktable", "ui_last/import_initial_rating", "integer"),
  }
end

return settings
