-- The quick door: the daemon of `assist serve`, on this machine only.
local Json = require "Json"
local JsonReader = require "JsonReader"
local Protocol = require "Protocol"

local Daemon = {}

-- Kinds of problems that the other door may solve: nobody answers; the answer breaks off; the door stays closed (other folders,
-- another token).
Daemon.ELSEWHERE = { gone = true, unreadable = true, refused = true }

local OK, FLOOD = 200, 429
local TRIES = 5 -- A choice: times that a daemon with too much to do is asked again.
local PAUSE_S = 1
local LOOK_EVERY_S = 0.5 -- A choice: as often as a progress bar needs.
local ANSWERS_WITHIN_S = 5

local jobs = 0

local function new_job()
  jobs = jobs + 1
  return string.format("lightroom-%d-%d-%d", os.time(), math.random(1, 999999), jobs)
end

local function post(sdk, state, route, body, timeout_s, job)
  local headers = {
    { field = "Content-Type", value = "application/json" },
    { field = "Authorization", value = "Bearer " .. state.token },
  }
  if job then
    headers[3] = { field = "Assist-Job", value = job }
  end
  local address = string.format("http://127.0.0.1:%d%s", state.port, route)
  local text, answer = sdk.http.post(address, body, headers, "POST", timeout_s)
  return text, answer and tonumber(answer.status)
end

local function told(sdk, state, job, hear)
  local text, status = post(sdk, state, "/v1/progress", Json.write({ job = job }), ANSWERS_WITHIN_S)
  local said = status == OK and JsonReader.read(text)
  if type(said) == "table" and type(said.done) == "number" and type(said.total) == "number" then
    hear.progress(said.done, said.total, type(said.words) == "string" and said.words or "")
  end
end

-- Beside the question, which holds its own task until it is answered.
local function listen(sdk, state, job, hear, question)
  sdk.tasks.startAsyncTask(function()
    sdk.tasks.sleep(LOOK_EVERY_S)
    while question.is_open do
      if hear.is_cancelled() then
        post(sdk, state, "/v1/cancel", Json.write({ job = job }), ANSWERS_WITHIN_S)
      else
        told(sdk, state, job, hear)
      end
      sdk.tasks.sleep(LOOK_EVERY_S)
    end
  end)
end

-- In its own words where it sent some.
local function refusal(text, status)
  local said = JsonReader.read(text)
  local trouble = type(said) == "table" and said.error
  if type(trouble) == "table" and type(trouble.message) == "string" then
    local hint = type(trouble.hint) == "string" and trouble.hint or ""
    return Protocol.problem(tostring(trouble.kind), "photo-assist's daemon says: " .. trouble.message .. ".", hint)
  end
  return Protocol.problem("refused", string.format("photo-assist's daemon refused (HTTP status %d).", status))
end

local function ask_once(sdk, state, body, timeout_s, hear)
  local job, question = new_job(), { is_open = true }
  listen(sdk, state, job, hear, question)
  -- Whatever happens, nobody may go on listening.
  local fine, text, status = sdk.tasks.pcall(post, sdk, state, "/v1/plug", body, timeout_s, job)
  question.is_open = false
  if not fine then
    error(text, 0)
  end
  return text, status
end

-- Returns the reply's text, or nil and a problem. `hear`: progress(done, total, words), is_cancelled().
function Daemon.ask(sdk, state, body, timeout_s, hear)
  for try = 1, TRIES do
    local text, status = ask_once(sdk, state, body, timeout_s, hear)
    if not text or not status then
      return nil, Protocol.problem("gone", "photo-assist's daemon is not there any more.")
    elseif status == OK then
      return text
    elseif status ~= FLOOD or try == TRIES then
      return nil, refusal(text, status)
    end
    sdk.tasks.sleep(PAUSE_S)
  end
end

return Daemon
