-- Where the daemon listens, and its token: it writes both into a file that only its user can read.
local JsonReader = require "JsonReader"

local StateFile = {}

-- As platformdirs has them for the application "photo-assist" (assist_cli/settings.py): beside the catalogue.
function StateFile.usual_place(sdk)
  local home = sdk.paths.getStandardFilePath("home")
  if sdk.windows then
    local data = sdk.getenv("LOCALAPPDATA") or sdk.paths.child(sdk.paths.child(home, "AppData"), "Local")
    return sdk.paths.child(sdk.paths.child(sdk.paths.child(data, "photo-assist"), "photo-assist"), "serve.json")
  end
  local data = sdk.paths.child(sdk.paths.child(home, "Library"), "Application Support")
  return sdk.paths.child(sdk.paths.child(data, "photo-assist"), "serve.json")
end

-- Returns {port, token}, or nil where no daemon says that it is there.
function StateFile.read(sdk, place)
  if not sdk.files.exists(place) then
    return nil
  end
  local state = JsonReader.read(sdk.files.readFile(place))
  local port, token = type(state) == "table" and state.port, type(state) == "table" and state.token
  local usable = type(port) == "number" and port >= 1 and port <= 65535 and port == math.floor(port)
  -- What is no plain word must not get into a header.
  if not usable or type(token) ~= "string" or not token:match("^[%w%-_%.~+/=]+$") then
    return nil
  end
  return { port = port, token = token }
end

return StateFile
