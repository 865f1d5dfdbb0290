-- The quick door: the daemon of `assist serve`, on this machine only.
local JsonReader = require "JsonReader"
local Protocol = require "Protocol"

local Daemon = {}

Daemon.GONE = "gone"
local OK = 200
local BUSY = { [429] = true, [503] = true }
local PATIENCE = 5 -- A choice: times that a busy daemon is asked again.
local PAUSE_S = 1

local function headers(state)
  return {
    { field = "Content-Type", value = "application/json" },
    { field = "Authorization", value = "Bearer " .. state.token },
  }
end

-- Its own words where it sent some.
local function refusal(text, status)
  local said = JsonReader.read(text)
  local trouble = type(said) == "table" and said.error
  if type(trouble) == "table" and type(trouble.message) == "string" then
    local hint = type(trouble.hint) == "string" and trouble.hint or ""
    return Protocol.problem("refused", "photo-assist's daemon refused: " .. trouble.message .. ".", hint)
  end
  local message = string.format("photo-assist's daemon refused the request (HTTP status %d).", status)
  return Protocol.problem("refused", message, "Stop it and start `assist serve` again.")
end

-- Returns the reply's text, or nil and a problem; of the kind "gone" where nobody answers.
function Daemon.ask(sdk, state, body, timeout_s)
  local address = string.format("http://127.0.0.1:%d/v1/plug", state.port)
  for try = 1, PATIENCE do
    local text, answer = sdk.http.post(address, body, headers(state), "POST", timeout_s)
    local status = answer and tonumber(answer.status)
    if not text or not status then
      return nil, Protocol.problem(Daemon.GONE, "photo-assist's daemon is not there any more.")
    elseif status == OK then
      return text
    elseif not BUSY[status] or try == PATIENCE then
      return nil, refusal(text, status)
    end
    sdk.tasks.sleep(PAUSE_S)
  end
end

return Daemon
