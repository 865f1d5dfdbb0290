-- Asks `assist plug` and waits, while darktable goes on: the request and the reply are files in darktable's cache folder.

local dt = require "darktable"
local room = (...):match("^(.*/)")
local contract = require(room .. "contract")
local json = require(room .. "json")
local shell = require(room .. "shell")

local ask = {}

local LOOK_EVERY_MS = 200 -- at the progress file: a choice, as often as an eye notices
local KINDS = { "request.json", "reply.json", "progress.json", "cancel", "log.txt", "run.bat" }

local function read_text(path)
  local file = io.open(path, "rb")
  local text = file and file:read("a")
  if file then file:close() end
  return text
end

local function write_text(path, text)
  local file, trouble = io.open(path, "wb")
  if not file then error(trouble, 0) end
  local written, why = file:write(text)
  local closed = file:close()
  if not written or not closed then error(why or "the disk is full", 0) end
end

-- Names of this run alone, not in the temporary folder: a sandbox has one of its own there.
local function exchange_files()
  local stem = string.format("%s/photo_assist_%d_%06d_", dt.configuration.cache_dir, os.time(), math.random(0, 999999))
  local files = {}
  for _, kind in ipairs(KINDS) do files[kind:match("^%l+")] = stem .. kind end
  return files
end

local function watch(files, job)
  while not files.ended do
    dt.control.sleep(LOOK_EVERY_MS)
    local text = not files.ended and read_text(files.progress)
    local told = text and json.decode(text)
    local is_told = type(told) == "table" and math.type(told.done) == "integer" and math.type(told.total) == "integer"
    if is_told and told.total > 0 and job.valid then job.percent = math.min(1, told.done / told.total) end
  end
end

local function execute(program, files, keeps_ready)
  local windows = dt.configuration.running_os == "windows"
  local words = {
    program, "plug", "--request", files.request, "--reply", files.reply, "--progress", files.progress, "--cancel", files.cancel,
  }
  if keeps_ready then words[#words + 1] = "--daemon" end
  local line = shell.line(words, files.log, windows)
  if not windows then return dt.control.execute(line) end
  write_text(files.run, shell.bat(line))
  return dt.control.execute('"' .. files.run .. '"')
end

local function last_line(text)
  local last = nil
  for line in (text or ""):gmatch("[^\r\n]+") do last = line end
  return last
end

-- The reply, or nil and what to tell the user.
local function outcome(status, files, program, verb, paths, _)
  local text = read_text(files.reply)
  if shell.not_found(status) then
    return nil, string.format(_("`%s` was not found: choose the program under preferences, lua options"), program)
  end
  local reply, wrong
  if text then reply, wrong = contract.reply(text, verb, paths) end
  if reply and reply.error then return nil, reply.error.message .. (reply.error.hint and " (" .. reply.error.hint .. ")" or "") end
  if status ~= 0 then
    return nil, last_line(read_text(files.log)) or string.format(_("photo-assist ended with status %d"), status)
  end
  if not text then return nil, _("photo-assist gave no answer") end
  if not reply then return nil, string.format(_("photo-assist's answer cannot be used: %s"), wrong) end
  return reply
end

local function ask_with(files, asked, job, _)
  write_text(files.request, contract.request(asked.verb, asked.paths, asked.options))
  dt.control.dispatch(watch, files, job)
  local status = execute(asked.program, files, asked.keeps_ready)
  return outcome(status, files, asked.program, asked.verb, asked.paths, _)
end

-- The reply, or nil and a sentence. `hold.cancel` becomes what tells the program to stop.
-- `asked`: { program =, verb =, paths =, options =, keeps_ready = }.
function ask.assist(asked, job, hold, _)
  local files = exchange_files()
  hold.cancel = function() pcall(write_text, files.cancel, "") end
  local done, reply, words = pcall(ask_with, files, asked, job, _)
  files.ended = true
  for at = 1, #KINDS do os.remove(files[KINDS[at]:match("^%l+")]) end
  if not done then return nil, tostring(reply) end
  return reply, words
end

return ask
