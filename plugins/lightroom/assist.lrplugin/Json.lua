-- JSON as Lua values, and the way out; `JsonReader` is the way in.
local Json = {}

Json.null = setmetatable({}, {
  __tostring = function()
    return "null"
  end,
})

local ARRAY = {}
-- Marks a table as a list, so that an empty one is written as [].
function Json.array(list)
  return setmetatable(list, ARRAY)
end

function Json.is_array(value)
  return type(value) == "table" and getmetatable(value) == ARRAY
end

local function quoted(text)
  return '"' .. text:gsub('[%z\1-\31"\\\127]', function(sign)
    return string.format("\\u%04x", sign:byte())
  end) .. '"'
end

-- A comma is the decimal sign of half of Europe, and string.format follows it.
local function number_text(value)
  if value ~= value or value == math.huge or value == -math.huge then
    error("JSON has no such number")
  end
  return (string.format("%.15g", value):gsub(",", "."))
end

local function object_text(value)
  local names, parts = {}, {}
  for name in pairs(value) do
    if type(name) ~= "string" then
      error("a table that is neither a list nor an object")
    end
    names[#names + 1] = name
  end
  table.sort(names)
  for index, name in ipairs(names) do
    parts[index] = quoted(name) .. ":" .. Json.write(value[name])
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

function Json.write(value)
  local kind = type(value)
  if value == Json.null then
    return "null"
  elseif kind == "string" then
    return quoted(value)
  elseif kind == "number" then
    return number_text(value)
  elseif kind == "boolean" then
    return tostring(value)
  elseif Json.is_array(value) then
    local parts = {}
    for index = 1, #value do
      parts[index] = Json.write(value[index])
    end
    return "[" .. table.concat(parts, ",") .. "]"
  elseif kind == "table" then
    return object_text(value)
  end
  error("JSON has no " .. kind)
end

return Json
