-- A program that answers as `assist plug` does: answers.lua without Lightroom. What to do beside is the first word of its first
-- path's name: "slow" works until the cancel file is there, "dies" leaves no reply.
package.path = (os.getenv("ASSIST_TEST_LPATH") or "") .. ";" .. package.path
local answers = require "stub.answers"
local JsonReader = require "JsonReader"

local places = {}
for index = 2, #arg, 2 do
  places[arg[index]:match("^%-%-(%a+)$")] = arg[index + 1]
end

local function read(place)
  local file = io.open(place, "rb")
  local text = file and file:read("*a")
  if file then
    file:close()
  end
  return text
end

local function write(place, text)
  local file = assert(io.open(place .. ".part", "wb"))
  file:write(text)
  file:close()
  assert(os.rename(place .. ".part", place))
end

local request = JsonReader.read(read(places.request))
local mood = (request.paths[1] or ""):match("/(%a+)[^/]*$")
write(places.progress, '{"done":1,"total":' .. math.max(1, #request.paths) .. ',"words":"1 looked at"}')
if mood == "dies" then
  os.exit(3)
end
local cancelled = false
while mood == "slow" and not cancelled do
  cancelled = read(places.cancel) ~= nil
end
local results = {}
for index, path in ipairs(request.paths) do
  results[index] = answers.result(path, { rating = 2, score = 42, pick = 0, label = "yellow", why = "by the program" })
end
write(places.reply, answers.reply(request.verb, results, { cancelled = cancelled }))
