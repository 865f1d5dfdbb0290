-- Questions to photo-assist: through the daemon while it answers, else through the program.
local Batches = require "Batches"
local CommandLine = require "CommandLine"
local Daemon = require "Daemon"
local Protocol = require "Protocol"
local StateFile = require "StateFile"

local Client = {}
Client.__index = Client

-- Choices: the daemon answers a batch in seconds, unless it reads RAW files from a slow disk; a whole shoot is compared at once.
local BATCH_S = 600
local SHOOT_S = 3600

-- `sdk`: http, tasks, files, paths, windows, getenv, clock (Lightroom.lua). `program`: the path of `assist`.
function Client.new(sdk, settings, program)
  local place = settings.state_file ~= "" and settings.state_file or StateFile.usual_place(sdk)
  return setmetatable({ sdk = sdk, place = place, program = program, daemon_is_welcome = settings.use_daemon }, Client)
end

-- Where the daemon listens, read anew each time: it may have ended, or have come back elsewhere.
function Client:daemon()
  return self.daemon_is_welcome and StateFile.read(self.sdk, self.place) or nil
end

local function ask_daemon(self, state, body, verb)
  local text, problem = Daemon.ask(self.sdk, state, body, verb == "pick" and SHOOT_S or BATCH_S)
  if problem and problem.kind == Daemon.GONE then
    local again = self:daemon()
    if again and (again.port ~= state.port or again.token ~= state.token) then
      text, problem = Daemon.ask(self.sdk, again, body, verb == "pick" and SHOOT_S or BATCH_S)
    end
  end
  return text, problem
end

-- One question, one answer: results in the order of `paths`, or nil and a problem.
function Client:ask(verb, paths, options, hear)
  local body, state = Protocol.request(verb, paths, options), self:daemon()
  local text, problem
  if state then
    text, problem = ask_daemon(self, state, body, verb)
  else
    text, problem = CommandLine.ask(self.sdk, self.program, body, hear)
  end
  if not text then
    return nil, problem
  end
  return Protocol.reply(text, verb, paths, self.sdk.tasks.yield)
end

local CANCELLED = Protocol.problem("cancelled", "The run was cancelled.")

-- What one question may hold: the program loads its networks once a question, so it gets all at once.
local function part_of(self, verb, paths, at, size)
  local most = (verb == "pick" or not self:daemon()) and Protocol.MOST_PATHS or size
  return Batches.slice(paths, at, most)
end

local function shifted(hear, done, total)
  return {
    is_cancelled = hear.is_cancelled,
    progress = function(more, _, words)
      hear.progress(done + more, total, words)
    end,
  }
end

-- Asks about all of `paths` in parts; `take(results)` gets each part and may return a problem, which ends it. Returns nil or a
-- problem. A daemon that goes in mid-run is replaced by the program, for what is left.
function Client:ask_all(verb, paths, options, hear, take)
  local at, size = 1, Batches.FIRST
  while at <= #paths do
    if hear.is_cancelled() then
      return CANCELLED
    end
    local part, started = part_of(self, verb, paths, at, size), self.sdk.clock()
    local results, problem = self:ask(verb, part, options, shifted(hear, at - 1, #paths))
    if problem and problem.kind == Daemon.GONE then
      self.daemon_is_welcome = false
    else
      problem = problem or take(results)
      if problem then
        return problem
      end
      at, size = at + #part, Batches.next_size(size, self.sdk.clock() - started)
      hear.progress(at - 1, #paths, "")
    end
  end
  return nil
end

-- As `ask_all`. Frames are compared with each other, so "pick" is one question; before it the daemon rates them in parts, which
-- can be cancelled and shows how far it is.
function Client:ask_shoot(verb, paths, options, hear, take)
  if verb ~= "pick" then
    return self:ask_all(verb, paths, options, hear, take)
  end
  if #paths > Protocol.MOST_PATHS then
    local message = string.format("%d photos are selected; %d can be compared at once.", #paths, Protocol.MOST_PATHS)
    return Protocol.problem("request", message, "Select fewer photos, for example one shoot.")
  end
  local problem
  if self:daemon() then
    problem = self:ask_all("rate", paths, options, hear, function() end)
  end
  return problem or self:ask_all(verb, paths, options, hear, take)
end

return Client
