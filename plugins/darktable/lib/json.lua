-- JSON (RFC 8259), strictly: what is not JSON is refused with its place. darktable ships no such library.
-- An object's null is left out, an array's is json.null. Bytes of a file's name that are not UTF-8 travel as
-- \udc80..\udcff, as Python's surrogateescape has them (PEP 383).

local json = { null = setmetatable({}, { __tostring = function() return "null" end }) }

local DEEPEST = 32 -- a choice: ten times what assist.plug/1 needs, and far from the end of Lua's stack
local ARRAY = { __name = "json.array" }
local ESCAPED = { ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
local NAMED = { ['"'] = '\\"', ["\\"] = "\\\\", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t" }

-- Marks a list as an array, so that an empty one is written as [].
function json.array(list)
  return setmetatable(list, ARRAY)
end

local function refuse(at, words)
  error({ json = string.format("no JSON at byte %d: %s", at, words) }, 0)
end

local function skip_space(text, at)
  return text:find("[^ \t\r\n]", at) or #text + 1
end

local function four_hex(text, at)
  local digits = text:match("^%x%x%x%x", at)
  return digits and tonumber(digits, 16) or refuse(at, "four hexadecimal digits are missing")
end

-- One \uXXXX at `at` (behind the u); gives its bytes and where it ends.
local function unicode(text, at)
  local unit = four_hex(text, at)
  if unit >= 0xDC80 and unit <= 0xDCFF then return string.char(unit - 0xDC00), at + 4 end
  if unit >= 0xD800 and unit <= 0xDBFF and text:sub(at + 4, at + 5) == "\\u" then
    local low = four_hex(text, at + 6)
    if low >= 0xDC00 and low <= 0xDFFF then
      return utf8.char(0x10000 + (unit - 0xD800) * 0x400 + low - 0xDC00), at + 10
    end
  end
  if unit >= 0xD800 and unit <= 0xDFFF then refuse(at, "half a character") end
  return utf8.char(unit), at + 4
end

local function read_string(text, at)
  local parts, from = {}, at + 1
  while true do
    local stop = text:find('["\\%c]', from) or refuse(at, "a string without end")
    parts[#parts + 1] = text:sub(from, stop - 1)
    local mark = text:sub(stop, stop)
    if mark == '"' then return table.concat(parts), stop + 1 end
    if mark == "\127" then
      parts[#parts + 1], from = mark, stop + 1
    elseif mark ~= "\\" then
      refuse(stop, "a control character in a string")
    elseif text:sub(stop + 1, stop + 1) == "u" then
      parts[#parts + 1], from = unicode(text, stop + 2)
    else
      parts[#parts + 1] = ESCAPED[text:sub(stop + 1, stop + 1)] or refuse(stop, "an unknown escape")
      from = stop + 2
    end
  end
end

local function read_number(text, at)
  local stop = at + #text:match("^-?%d*", at)
  if not text:sub(at, stop - 1):find("^-?[1-9]%d*$") and not text:sub(at, stop - 1):find("^-?0$") then
    refuse(at, "no value")
  end
  for _, part in ipairs({ "^%.%d+()", "^[eE][+-]?%d+()" }) do stop = text:match(part, stop) or stop end
  return tonumber(text:sub(at, stop - 1)), stop
end

local read_value

local function read_array(text, at, depth)
  local list = json.array({})
  at = skip_space(text, at + 1)
  if text:sub(at, at) == "]" then return list, at + 1 end
  while true do
    local value
    value, at = read_value(text, at, depth)
    list[#list + 1] = value
    at = skip_space(text, at)
    local mark = text:sub(at, at)
    if mark == "]" then return list, at + 1 end
    if mark ~= "," then refuse(at, "neither , nor ]") end
    at = at + 1
  end
end

local function read_member(text, at, depth)
  at = skip_space(text, at)
  if text:sub(at, at) ~= '"' then refuse(at, "no name in an object") end
  local name
  name, at = read_string(text, at)
  at = skip_space(text, at)
  if text:sub(at, at) ~= ":" then refuse(at, "no : behind a name") end
  local value
  value, at = read_value(text, at + 1, depth)
  return name, value, skip_space(text, at)
end

local function read_object(text, at, depth)
  local object, seen = {}, {}
  at = skip_space(text, at + 1)
  if text:sub(at, at) == "}" then return object, at + 1 end
  while true do
    local name, value
    name, value, at = read_member(text, at, depth)
    if seen[name] then refuse(at, "the name " .. name .. " twice") end
    seen[name] = true
    if value ~= json.null then object[name] = value end
    local mark = text:sub(at, at)
    if mark == "}" then return object, at + 1 end
    if mark ~= "," then refuse(at, "neither , nor }") end
    at = at + 1
  end
end

local WORDS = { ["true"] = true, ["false"] = false, ["null"] = json.null }

function read_value(text, at, depth)
  at = skip_space(text, at)
  if depth >= DEEPEST then refuse(at, "nested too deeply") end
  local mark = text:sub(at, at)
  if mark == '"' then return read_string(text, at) end
  if mark == "{" then return read_object(text, at, depth + 1) end
  if mark == "[" then return read_array(text, at, depth + 1) end
  local word = text:match("^%l+", at)
  if word == nil then return read_number(text, at) end
  if WORDS[word] == nil then refuse(at, "no value") end
  return WORDS[word], at + #word
end

-- The value in `text`; nil and a sentence where it is no JSON.
function json.decode(text)
  local done, value, at = pcall(read_value, text, 1, 0)
  if done then
    if skip_space(text, at) == #text + 1 then return value end
    value = { json = string.format("no JSON at byte %d: more behind the end", at) }
  end
  if type(value) == "table" and value.json then return nil, value.json end
  error(value, 0)
end

local function escaped(text)
  return (text:gsub('[%c"\\]', function(mark) return NAMED[mark] or string.format("\\u%04x", mark:byte()) end))
end

local function write_string(text)
  local parts, from = {}, 1
  while from <= #text do
    local _, bad = utf8.len(text, from)
    parts[#parts + 1] = escaped(text:sub(from, (bad or #text + 1) - 1))
    if not bad then break end
    parts[#parts + 1] = string.format("\\u%04x", 0xDC00 + text:byte(bad))
    from = bad + 1
  end
  return '"' .. table.concat(parts) .. '"'
end

-- The text of a value: strings, whole numbers, booleans, objects with names that are strings, and lists.
-- Fractions are refused: Lua writes them with the comma of the user's language.
function json.encode(value)
  local kind = math.type(value) or type(value)
  if kind == "string" then return write_string(value) end
  if kind == "integer" or kind == "boolean" or value == json.null then return tostring(value) end
  if kind ~= "table" then error("no JSON of a " .. kind) end
  local parts = {}
  if getmetatable(value) == ARRAY or value[1] ~= nil then
    for at = 1, #value do parts[at] = json.encode(value[at]) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  for name, member in pairs(value) do parts[#parts + 1] = write_string(name) .. ":" .. json.encode(member) end
  table.sort(parts)
  return "{" .. table.concat(parts, ",") .. "}"
end

return json
