-- The door that is always there: `assist plug` with files for the request, the reply, the progress and the wish to stop.
local JsonReader = require "JsonReader"
local Protocol = require "Protocol"
local Quoting = require "Quoting"

local CommandLine = {}

local LOOK_EVERY_S = 0.5 -- A choice: as often as a progress bar needs.
local made = 0

local function own_folder(sdk)
  made = made + 1
  local name = string.format("photo-assist-%d-%d-%d", os.time(), math.random(1, 999999), made)
  local folder = sdk.paths.child(sdk.paths.getStandardFilePath("temp"), name)
  sdk.files.createAllDirectories(folder)
  return folder
end

local function written(place, text)
  local file, trouble = io.open(place, "wb")
  if not file then
    return Protocol.problem("disk", "No request could be written: " .. tostring(trouble) .. ".", "Is the disk full?")
  end
  local done = file:write(text)
  file:close()
  return not done and Protocol.problem("disk", "No request could be written.", "Is the disk full?") or nil
end

local function told(sdk, place, hear)
  local said = sdk.files.exists(place) and JsonReader.read(sdk.files.readFile(place))
  if type(said) == "table" and type(said.done) == "number" and type(said.total) == "number" then
    hear.progress(said.done, said.total, type(said.words) == "string" and said.words or "")
  end
end

-- Beside the program: LrTasks.execute holds its own task until the program ends.
local function listen(sdk, files, hear, state)
  sdk.tasks.startAsyncTask(function()
    while state.running do
      told(sdk, files.progress, hear)
      if hear.is_cancelled() and not state.asked_to_stop then
        state.asked_to_stop = written(files.cancel, "") == nil
      end
      sdk.tasks.sleep(LOOK_EVERY_S)
    end
  end)
end

local function arguments_of(program, files, starts_daemon)
  local arguments = { program, "plug" }
  for _, name in ipairs({ "request", "reply", "progress", "cancel" }) do
    arguments[#arguments + 1] = "--" .. name
    arguments[#arguments + 1] = files[name]
  end
  arguments[#arguments + 1] = starts_daemon and "--daemon" or nil
  return arguments
end

local function run(sdk, program, files, hear, starts_daemon)
  local line, unfit = Quoting.command(arguments_of(program, files, starts_daemon), sdk.windows)
  if not line then
    local hint = "Choose a program without such signs in its path, in File > Plug-in Manager."
    return nil, Protocol.problem("program", "This cannot be passed to a command line: " .. unfit, hint)
  end
  local state = { running = true }
  listen(sdk, files, hear, state)
  -- Whatever happens, nobody may go on listening.
  local fine, status = sdk.tasks.pcall(sdk.tasks.execute, line)
  state.running = false
  if not fine then
    error(status, 0)
  end
  if sdk.files.exists(files.reply) then
    return sdk.files.readFile(files.reply)
  end
  return nil,
    Protocol.problem(
      "program",
      string.format("The program %s gave no answer (status %s).", program, tostring(status)),
      "Install photo-assist, and choose its program `assist` in File > Plug-in Manager."
    )
end

-- Returns the reply's text, or nil and a problem. `hear`: progress(done, total, words), is_cancelled(). `starts_daemon`: whether
-- the program starts the daemon for the next question.
function CommandLine.ask(sdk, program, body, hear, starts_daemon)
  local folder = own_folder(sdk)
  local files = {}
  for _, name in ipairs({ "request", "reply", "progress", "cancel" }) do
    files[name] = sdk.paths.child(folder, name .. ".json")
  end
  local text
  local problem = written(files.request, body)
  if not problem then
    text, problem = run(sdk, program, files, hear, starts_daemon)
  end
  for _, place in pairs(files) do
    if sdk.files.exists(place) then
      sdk.files.delete(place)
    end
  end
  sdk.files.delete(folder)
  return text, problem
end

return CommandLine
