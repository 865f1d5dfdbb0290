-- `assist.plug/1`: the request as text, and a reply that has been looked at before anything is done with it.
local Json = require "Json"
local JsonReader = require "JsonReader"

local Protocol = {}

Protocol.SCHEMA = "assist.plug/1"
Protocol.MOST_PATHS = 50000 -- plugins/protocol.py

local LABELS = { green = true, yellow = true, red = true }
local DECISIONS = { keeper = true, alternate = true, reject_candidate = true }

function Protocol.problem(kind, message, hint)
  return { kind = kind, message = message, hint = hint or "" }
end

function Protocol.request(verb, paths, options)
  return Json.write({ schema = Protocol.SCHEMA, verb = verb, paths = Json.array(paths), options = options or {} })
end

local function present(value)
  if value == Json.null then
    return nil
  end
  return value
end

local function is_number(value, lowest, highest)
  return type(value) == "number" and value >= lowest and value <= highest
end

local function is_whole(value, lowest, highest)
  return is_number(value, lowest, highest) and value == math.floor(value)
end

local function is_text(value)
  return type(value) == "string"
end

local function is_truth(value)
  return type(value) == "boolean"
end

local function is_size(value)
  return Json.is_array(value) and #value == 2 and is_whole(value[1], 1, 1e6) and is_whole(value[2], 1, 1e6)
end

local function is_box(box)
  if not Json.is_array(box) or #box ~= 4 then
    return false
  end
  for side = 1, 4 do
    if not is_number(box[side], -1, 2) then
      return false
    end
  end
  return box[1] < box[3] and box[2] < box[4]
end

local function is_crop(crop)
  return type(crop) == "table" and is_box(crop.box) and is_number(crop.turn_deg, -45, 45) and is_text(crop.aspect)
end

local function is_person(person)
  return type(person) == "table" and is_truth(person.rated) and is_truth(person.flagged) and is_truth(person.labelled)
end

local function is_error(value)
  return type(value) == "table" and is_text(value.kind) and is_text(value.message) and is_text(value.hint)
end

-- Field -> what may stand in it; any of them may be null, and unknown ones are for later versions.
local FIELDS = {
  path = is_text,
  rating = function(value)
    return is_whole(value, 0, 5)
  end,
  pick = function(value)
    return is_whole(value, -1, 1)
  end,
  label = function(value)
    return LABELS[value] == true
  end,
  score = function(value)
    return is_number(value, 0, 100)
  end,
  decision = function(value)
    return DECISIONS[value] == true
  end,
  crop = is_crop,
  keep_uncropped = is_truth,
  orientation = function(value)
    return is_whole(value, 1, 8)
  end,
  size_px = is_size,
  person = is_person,
  why = is_text,
  better = is_text,
  error = is_error,
}

local function failed(path, message)
  local hint = "let plug-in and program be of one version"
  return { path = path, person = {}, why = "", error = Protocol.problem("reply", message, hint) }
end

-- One photo's answer without nulls; an answer that cannot be right becomes that photo's error.
local function checked_result(said, path)
  if type(said) ~= "table" or Json.is_array(said) then
    return failed(path, "the answer for this photo is no object")
  end
  local result = {}
  for name, fits in pairs(FIELDS) do
    local value = present(said[name])
    if value ~= nil and not fits(value) then
      return failed(path, "the answer for this photo has a wrong " .. name)
    end
    result[name] = value
  end
  if result.path ~= path then
    return failed(path, "the answer is for another photo")
  end
  result.person = result.person or {}
  result.why = result.why or ""
  return result
end

local function reply_problem(said, verb)
  if type(said) ~= "table" or said.schema ~= Protocol.SCHEMA then
    local schema = type(said) == "table" and tostring(said.schema) or "none"
    return Protocol.problem(
      "version",
      "photo-assist answered in another language: " .. schema .. " instead of " .. Protocol.SCHEMA .. ".",
      "Bring plug-in and program to one version; nothing was changed."
    )
  end
  local trouble = present(said.error)
  if trouble ~= nil then
    return is_error(trouble) and trouble or Protocol.problem("reply", "photo-assist failed without saying why.")
  end
  if said.cancelled == true then
    return Protocol.problem("cancelled", "The run was cancelled.")
  end
  if said.verb ~= verb or not Json.is_array(said.results) then
    return Protocol.problem("reply", "photo-assist gave an answer to another question.", "Run it again.")
  end
  return nil
end

-- Returns one result a path, in that order, or nil and a problem {kind, message, hint}.
function Protocol.reply(text, verb, paths, tick)
  local said, trouble = JsonReader.read(text, tick)
  if said == nil then
    return nil, Protocol.problem("unreadable", "photo-assist's answer cannot be read: " .. trouble .. ".", "Run it again.")
  end
  local problem = reply_problem(said, verb)
  if problem then
    return nil, problem
  end
  if #said.results ~= #paths then
    local message = string.format("%d photos were asked for and %d answered.", #paths, #said.results)
    return nil, Protocol.problem("reply", message, "Run it again.")
  end
  local results = {}
  for index, path in ipairs(paths) do
    results[index] = checked_result(said.results[index], path)
  end
  return results
end

return Protocol
