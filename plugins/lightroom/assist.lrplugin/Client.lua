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
local SHOOT_S = 6 * 3600

-- `sdk`: as Lightroom.lua. `program`: the path of `assist`.
function Client.new(sdk, settings, program)
  local place = settings.state_file ~= "" and settings.state_file or StateFile.usual_place(sdk)
  local self = { sdk = sdk, place = place, program = program }
  self.daemon_is_welcome, self.starts_daemon = settings.use_daemon, settings.use_daemon
  return setmetatable(self, Client)
end

-- Where the daemon listens, read anew each time: it may have ended, or have come back elsewhere.
function Client:daemon()
  return self.daemon_is_welcome and StateFile.read(self.sdk, self.place) or nil
end

-- Returns results, or nil and a problem; neither where no daemon is there.
local function ask_daemon(self, verb, paths, body, hear)
  local patience_s, state, problem = verb == "pick" and SHOOT_S or BATCH_S, self:daemon(), nil
  while state do
    local text, results
    text, problem = Daemon.ask(self.sdk, state, body, patience_s, hear)
    if text then
      results, problem = Protocol.reply(text, verb, paths, self.sdk.tasks.yield)
    end
    if results or not Daemon.ELSEWHERE[problem.kind] then
      return results, problem
    end
    local again = self:daemon()
    state = again and again.token ~= state.token and again or nil
  end
  return nil, problem
end

-- One question, one answer: results in the order of `paths`, or nil and a problem. Where the daemon is gone, or may not read these
-- folders, the program is asked instead, and from then on.
function Client:ask(verb, paths, options, hear)
  local body = Protocol.request(verb, paths, options)
  local results, problem = ask_daemon(self, verb, paths, body, hear)
  if results or problem and not Daemon.ELSEWHERE[problem.kind] then
    return results, problem
  end
  -- One that is welcome and was never there may be up the next time.
  self.daemon_is_welcome = self.daemon_is_welcome and problem == nil
  local text
  text, problem = CommandLine.ask(self.sdk, self.program, body, hear, self.starts_daemon)
  if not text then
    return nil, problem
  end
  return Protocol.reply(text, verb, paths, self.sdk.tasks.yield)
end

local CANCELLED = Protocol.problem("cancelled", "The run was cancelled.")

-- What one question holds. Frames are compared with each other, so "pick" is one question; the program loads its networks once a
-- question, so it too gets all at once.
local function part_of(self, verb, paths, at, size)
  local most = (verb == "pick" or not self:daemon()) and Protocol.MOST_PATHS or size
  return Batches.slice(paths, at, most)
end

local function shifted(hear, done, total)
  return {
    is_cancelled = hear.is_cancelled,
    progress = function(more, _, words)
      hear.progress(math.min(total, done + more), total, words)
    end,
  }
end

-- Asks about all of `paths` in parts; `take(results)` gets each part and may return a problem, which ends it. Returns nil or a
-- problem.
function Client:ask_all(verb, paths, options, hear, take)
  if verb == "pick" and #paths > Protocol.MOST_PATHS then
    local message = string.format("%d photos are selected; %d can be compared at once.", #paths, Protocol.MOST_PATHS)
    return Protocol.problem("request", message, "Select fewer photos, for example one shoot.")
  end
  local at, size = 1, Batches.FIRST
  while at <= #paths do
    if hear.is_cancelled() then
      return CANCELLED
    end
    local part, started = part_of(self, verb, paths, at, size), self.sdk.clock()
    local results, problem = self:ask(verb, part, options, shifted(hear, at - 1, #paths))
    problem = problem or take(results)
    if problem then
      return problem
    end
    at, size = at + #part, Batches.next_size(size, self.sdk.clock() - started)
    hear.progress(at - 1, #paths, "")
  end
  return nil
end

return Client
