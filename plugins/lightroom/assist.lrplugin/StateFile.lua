-- Where the daemon listens, and its token: it writes both into a file that only its user can read (plugins/server/state_file.py).
local JsonReader = require "JsonReader"

local StateFile = {}

local SCHEMA = "assist.server/1"
local NAME = "server.json"
local FOLDER_VARIABLE = "ASSIST_STATE"

-- The user's own folder of the application "photo-assist", as platformdirs has it on macOS and on Windows.
local function usual_folder(sdk)
  local home, child = sdk.paths.getStandardFilePath("home"), sdk.paths.child
  if sdk.windows then
    local data = sdk.getenv("LOCALAPPDATA") or child(child(home, "AppData"), "Local")
    return child(child(data, "photo-assist"), "photo-assist")
  end
  return child(child(child(home, "Library"), "Application Support"), "photo-assist")
end

function StateFile.usual_place(sdk)
  return sdk.paths.child(sdk.getenv(FOLDER_VARIABLE) or usual_folder(sdk), NAME)
end

-- Returns {port, token}, or nil where no daemon says that it is there.
function StateFile.read(sdk, place)
  local state = sdk.files.exists(place) and JsonReader.read(sdk.files.readFile(place))
  if type(state) ~= "table" or state.schema ~= SCHEMA then
    return nil
  end
  local port, token = state.port, state.token
  local usable = type(port) == "number" and port >= 1 and port <= 65535 and port == math.floor(port)
  -- What is no plain word must not get into a header.
  if not usable or type(token) ~= "string" or not token:match("^[%w%-_]+$") then
    return nil
  end
  return { port = port, token = token }
end

return StateFile
