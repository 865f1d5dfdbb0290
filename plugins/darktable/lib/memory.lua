-- What we set, photo by photo, and the runs that can be taken back: one file in darktable's own folder, replaced whole.

local room = (...):match("^(.*/)")
local json = require(room .. "json")

local SCHEMA = "photo-assist.darktable/1"
local MOST_RUNS = 5 -- a choice: an afternoon's; each keeps a line for every photo that it changed
local MOST_ENTRIES = 50000 -- of all runs but the last: the most photos of one run (assist.plug/1); five such runs took 15 s to open

local AT_WORK = ".at_work" -- ends the name of a file that is there while marks are set

local memory = {}
memory.__index = memory

local function read_text(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read("a")
  file:close()
  return text
end

-- Renaming onto a file that is there fails on Windows alone.
local function replace(from, to)
  if os.rename(from, to) then return true end
  os.remove(to)
  return os.rename(from, to)
end

-- Opens the file, or starts a new one. A damaged file is put aside: then all marks count as the user's.
function memory.open(path)
  local text = read_text(path)
  local held = text and json.decode(text)
  local self = setmetatable({ path = path, ours = {}, runs = json.array({}) }, memory)
  if type(held) == "table" and held.schema == SCHEMA and type(held.ours) == "table" and type(held.runs) == "table" then
    self.ours, self.runs = held.ours, json.array(held.runs)
  elseif text then
    self.put_aside = path .. ".damaged"
    replace(path, self.put_aside)
  end
  return self
end

-- Lets go of the oldest runs while there are more entries than are quickly read again; the last one always stays.
function memory:thin()
  local entries = 0
  for _, run in ipairs(self.runs) do entries = entries + #run.entries end
  while #self.runs > 1 and entries > MOST_ENTRIES do
    entries = entries - #table.remove(self.runs, 1).entries
  end
end

-- Writes the file; nil and a sentence where the disk refuses.
function memory:save()
  self:thin()
  local part = self.path .. ".part"
  local file, trouble = io.open(part, "wb")
  if not file then return nil, trouble end
  local text = json.encode({ schema = SCHEMA, ours = self.ours, runs = self.runs })
  local written = file:write(text)
  local closed, why = file:close()
  if not written or not closed then
    os.remove(part)
    return nil, why or "the disk is full"
  end
  return replace(part, self.path)
end

-- What we set on the photo of that number, if it still is that photo.
function memory:of(id, path)
  local known = self.ours[tostring(id)]
  return known and known.path == path and known or { path = path }
end

function memory:note(id, path, field, value)
  local known = self:of(id, path)
  known[field] = value
  local is_empty = true
  for name in pairs(known) do is_empty = is_empty and name == "path" end
  self.ours[tostring(id)] = not is_empty and known or nil
end

function memory:begin(verb)
  self.runs[#self.runs + 1] = { verb = verb, entries = json.array({}) }
  while #self.runs > MOST_RUNS do table.remove(self.runs, 1) end
  return self.runs[#self.runs]
end

-- Marks are about to be set. Where darktable ends before `rest`, some of what was noted was never set.
function memory:work()
  local file = io.open(self.path .. AT_WORK, "wb")
  if file then file:close() end
end

function memory:is_at_work()
  return read_text(self.path .. AT_WORK) ~= nil
end

function memory:rest()
  os.remove(self.path .. AT_WORK)
end

function memory:last()
  return self.runs[#self.runs]
end

function memory:forget_last()
  table.remove(self.runs)
end

return memory
