-- Answers of photo-assist as `assist.plug/1` has them, and a daemon that gives them without a socket.
local answers = {}

local MAY_BE_NULL = { "rating", "pick", "label", "score", "decision", "crop", "orientation", "size_px", "better", "error" }

-- One photo's answer; nil stands for null.
function answers.result(path, given)
  local result = { path = path, why = "", keep_uncropped = false, person = { rated = false, flagged = false, labelled = false } }
  for key, value in pairs(given or {}) do
    result[key] = value
  end
  return result
end

-- A reply as text, with every field that the contract names.
function answers.reply(verb, results, given)
  local Json = require "Json"
  for _, result in ipairs(results) do
    for _, name in ipairs(MAY_BE_NULL) do
      if result[name] == nil then
        result[name] = Json.null
      end
    end
  end
  local reply = { schema = "assist.plug/1", verb = verb, program = "photo-assist 0.1.0", cancelled = false, error = Json.null }
  reply.results = Json.array(results)
  for key, value in pairs(given or {}) do
    reply[key] = value
  end
  return Json.write(reply)
end

-- LrHttp without a socket: `judge(path, verb)` gives a photo's fields. Requests are kept in `asked`. It waits, as the real one.
function answers.http(judge)
  local http = { asked = {}, cancelled = {} }
  function http.post(url, body)
    coroutine.yield()
    if url:match("/v1/cancel$") then
      table.insert(http.cancelled, body)
      return "{}", { status = 200 }
    elseif url:match("/v1/progress$") then
      return '{"done":1,"total":2,"words":"1 of 2 looked at"}', { status = 200 }
    end
    local request = require("JsonReader").read(body)
    table.insert(http.asked, request)
    if http.gone_after and #http.asked > http.gone_after then
      return nil, { error = { errorCode = "cannotConnectToHost" } }
    end
    if http.instead then
      return http.instead(request)
    end
    local results = {}
    for index, path in ipairs(request.paths) do
      results[index] = answers.result(path, judge(path, request.verb))
    end
    return answers.reply(request.verb, results), { status = 200 }
  end
  return http
end

-- A state file in `folder`, as a daemon leaves it; its path.
function answers.state_file(folder, port)
  local path = folder .. "/state-of-a-daemon.json"
  local file = assert(io.open(path, "w"))
  file:write(string.format('{"schema": "assist.server/1", "port": %d, "token": "abc123"}', port or 4242))
  file:close()
  return path
end

return answers
