-- JSON as RFC 8259 has it, nothing more: Lightroom has no reader of its own.
local Json = require "Json"

local JsonReader = {}

local DEEPEST = 64 -- A choice: replies are four levels deep; a hostile one must not fill the C stack.
local VALUES_A_TICK = 2000 -- A choice: a few milliseconds of work.
local ESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t", ['"'] = '"', ["\\"] = "\\", ["/"] = "/" }

local function utf8_of(point)
  if point < 0x80 then
    return string.char(point)
  elseif point < 0x800 then
    return string.char(0xC0 + math.floor(point / 0x40), 0x80 + point % 0x40)
  elseif point < 0x10000 then
    return string.char(0xE0 + math.floor(point / 0x1000), 0x80 + math.floor(point / 0x40) % 0x40, 0x80 + point % 0x40)
  end
  return string.char(
    0xF0 + math.floor(point / 0x40000),
    0x80 + math.floor(point / 0x1000) % 0x40,
    0x80 + math.floor(point / 0x40) % 0x40,
    0x80 + point % 0x40
  )
end

-- Half a pair stands for a byte that is no UTF-8: nothing that a catalogue can hold, so it becomes the replacement character.
local function escaped_point(text, at)
  local digits = text:match("^%x%x%x%x", at)
  if not digits then
    return nil, "a \\u without four digits"
  end
  local point = tonumber(digits, 16)
  if point >= 0xD800 and point <= 0xDBFF then
    local low = text:match("^\\u([dD][c-fC-F]%x%x)", at + 4)
    if low then
      return at + 10, utf8_of(0x10000 + (point - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00)
    end
  end
  if point >= 0xD800 and point <= 0xDFFF then
    point = 0xFFFD
  end
  return at + 4, utf8_of(point)
end

local function escape_at(text, at)
  local letter = text:sub(at, at)
  if letter == "u" then
    return escaped_point(text, at + 1)
  end
  if not ESCAPES[letter] then
    return nil, "an escape that JSON does not know"
  end
  return at + 1, ESCAPES[letter]
end

local function read_string(text, at)
  local parts = {}
  while true do
    local stop = text:find('["\\%z\1-\31]', at)
    if not stop then
      return nil, "a string without an end"
    end
    parts[#parts + 1] = text:sub(at, stop - 1)
    local found = text:sub(stop, stop)
    if found == '"' then
      return stop + 1, table.concat(parts)
    elseif found ~= "\\" then
      return nil, "a control character in a string"
    end
    local more
    at, more = escape_at(text, stop + 1)
    if not at then
      return nil, more
    end
    parts[#parts + 1] = more
  end
end

-- Digits are added up here: where the decimal sign is a comma, tonumber("0.5") is nil.
local function read_number(text, at)
  local sign, whole, rest = text:match("^(%-?)(%d+)()", at)
  if not whole or whole:match("^0%d") then
    return nil, "a number that is none"
  end
  local value, exponent = tonumber(whole), 0
  local fraction, after = text:match("^%.(%d+)()", rest)
  if fraction then
    value, exponent, rest = tonumber(whole .. fraction), -#fraction, after
  end
  local power
  power, after = text:match("^[eE]([+-]?%d+)()", rest)
  if power then
    exponent, rest = exponent + tonumber((power:gsub("^%+", ""))), after
  end
  if text:match("^[%w.]", rest) then
    return nil, "a number that is none"
  end
  -- Dividing by a whole power of ten rounds once; multiplying by its inverse would round twice.
  value = exponent < 0 and value / 10 ^ -exponent or value * 10 ^ exponent
  if value ~= value or value == math.huge then
    return nil, "a number out of range"
  end
  return rest, sign == "-" and -value or value
end

local read_value

local function skip(text, at)
  return text:find("[^ \t\r\n]", at) or #text + 1
end

local function read_list(text, at, state, depth)
  local list = Json.array({})
  at = skip(text, at)
  if text:sub(at, at) == "]" then
    return at + 1, list
  end
  while true do
    local value
    at, value = read_value(text, at, state, depth)
    if not at then
      return nil, value
    end
    list[#list + 1] = value
    at = skip(text, at)
    local sign = text:sub(at, at)
    if sign == "]" then
      return at + 1, list
    elseif sign ~= "," then
      return nil, "a list without an end"
    end
    at = at + 1
  end
end

local function read_member(text, at, object, state, depth)
  at = skip(text, at)
  if text:sub(at, at) ~= '"' then
    return nil, "an object without a name"
  end
  local name, value
  at, name = read_string(text, at + 1)
  if not at then
    return nil, name
  end
  at = skip(text, at)
  if text:sub(at, at) ~= ":" then
    return nil, "a name without a value"
  end
  if object[name] ~= nil then
    return nil, "the name " .. name .. " twice"
  end
  at, value = read_value(text, at + 1, state, depth)
  if not at then
    return nil, value
  end
  object[name] = value
  return skip(text, at)
end

local function read_object(text, at, state, depth)
  local object = {}
  at = skip(text, at)
  if text:sub(at, at) == "}" then
    return at + 1, object
  end
  while true do
    local trouble
    at, trouble = read_member(text, at, object, state, depth)
    if not at then
      return nil, trouble
    end
    local sign = text:sub(at, at)
    if sign == "}" then
      return at + 1, object
    elseif sign ~= "," then
      return nil, "an object without an end"
    end
    at = at + 1
  end
end

local WORDS = { ["true"] = true, ["false"] = false, ["null"] = Json.null }

local function breathe(state)
  state.count = state.count + 1
  if state.tick and state.count % VALUES_A_TICK == 0 then
    state.tick()
  end
end

function read_value(text, at, state, depth)
  breathe(state)
  if depth > DEEPEST then
    return nil, "too many levels"
  end
  at = skip(text, at)
  local first = text:sub(at, at)
  if first == '"' then
    return read_string(text, at + 1)
  elseif first == "{" then
    return read_object(text, at + 1, state, depth + 1)
  elseif first == "[" then
    return read_list(text, at + 1, state, depth + 1)
  elseif first:match("[%d%-]") then
    return read_number(text, at)
  end
  local word = text:match("^%a+", at)
  if word == nil or WORDS[word] == nil then
    return nil, "something that is not JSON"
  end
  return at + #word, WORDS[word]
end

-- Returns the value, or nil and what is wrong. `tick` is called now and then: Lightroom stays alive while it yields there.
function JsonReader.read(text, tick)
  if type(text) ~= "string" then
    return nil, "no text"
  end
  local at, value = read_value(text, 1, { count = 0, tick = tick }, 0)
  if not at then
    return nil, value
  end
  if skip(text, at) <= #text then
    return nil, "something behind the end"
  end
  return value
end

return JsonReader
