-- The contract assist.plug/1: what is asked, and whether an answer is one. Nothing is applied of a reply that fails here.

local room = (...):match("^(.*/)")
local json = require(room .. "json")

local contract = { SCHEMA = "assist.plug/1", MOST_PATHS = 50000 }

local LABELS = { green = true, yellow = true, red = true }
local SMALLEST_SIDE = 0.1 -- of a crop: darktable's older versions clamp there

function contract.request(verb, paths, options)
  return json.encode({ schema = contract.SCHEMA, verb = verb, paths = json.array(paths), options = options })
end

local function whole(value, least, most)
  return math.type(value) == "integer" and value >= least and value <= most
end

local function is_box(box)
  if type(box) ~= "table" or #box ~= 4 then return false end
  for _, edge in ipairs(box) do
    if type(edge) ~= "number" or not (edge >= 0 and edge <= 1) then return false end
  end
  return box[3] - box[1] >= SMALLEST_SIDE - 1e-6 and box[4] - box[2] >= SMALLEST_SIDE - 1e-6
end

local function is_crop(crop)
  return type(crop) == "table" and is_box(crop.box) and type(crop.turn_deg or 0) == "number"
end

local function is_trouble(trouble)
  return type(trouble) == "table" and type(trouble.message) == "string"
end

local function is_person(person)
  if type(person) ~= "table" then return false end
  for _, name in ipairs({ "rated", "flagged", "labelled" }) do
    if type(person[name] or false) ~= "boolean" then return false end
  end
  return true
end

local function missing_or(value, fits)
  return value == nil or fits
end

-- Whether one result holds what it must; the name of the field that does not.
local function wrong_field(result)
  if result.error ~= nil then return not is_trouble(result.error) and "error" or nil end
  if not missing_or(result.rating, whole(result.rating, 0, 5)) then return "rating" end
  if not missing_or(result.pick, whole(result.pick, -1, 1)) then return "pick" end
  if not missing_or(result.label, LABELS[result.label]) then return "label" end
  if not missing_or(result.decision, type(result.decision) == "string") then return "decision" end
  if not missing_or(result.crop, is_crop(result.crop)) then return "crop" end
  if not missing_or(result.why, type(result.why) == "string") then return "why" end
  if not missing_or(result.better, type(result.better) == "string") then return "better" end
  if not missing_or(result.person, is_person(result.person)) then return "person" end
  return nil
end

local function wrong_results(results, paths)
  if type(results) ~= "table" or #results ~= #paths then return "not one result for each photo" end
  for at, path in ipairs(paths) do
    local result = results[at]
    if type(result) ~= "table" or result.path ~= path then return "another photo's result in place " .. at end
    local field = wrong_field(result)
    if field then return string.format("the field %s of %s", field, path) end
  end
  return nil
end

-- The reply in `text`; nil and a sentence where it is no answer to `verb` about `paths`.
function contract.reply(text, verb, paths)
  local reply, trouble = json.decode(text)
  if trouble or type(reply) ~= "table" then return nil, trouble or "no JSON object" end
  if reply.schema ~= contract.SCHEMA then
    return nil, string.format("it speaks %s, this plug-in %s", tostring(reply.schema), contract.SCHEMA)
  end
  if reply.error ~= nil then
    if is_trouble(reply.error) then return reply end
    return nil, "an error without words"
  end
  if reply.verb ~= verb then return nil, "an answer to another question" end
  if reply.cancelled == true then return reply end
  local wrong = wrong_results(reply.results, paths)
  if wrong then return nil, wrong end
  return reply
end

return contract
