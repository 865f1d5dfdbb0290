local lfs = require "lfs"

describe("The daemon's state file", function()
  local StateFile = require "StateFile"

  local function sdk(variables, windows)
    return {
      windows = windows,
      getenv = function(name)
        return variables[name]
      end,
      paths = {
        getStandardFilePath = function()
          return "HOME"
        end,
        child = function(folder, name)
          return folder .. "/" .. name
        end,
      },
      files = {
        exists = function(path)
          return lfs.attributes(path, "mode") or false
        end,
        readFile = function(path)
          return io.open(path, "rb"):read("*a")
        end,
      },
    }
  end

  it("lies where the daemon puts it", function()
    assert.are.equal("HOME/Library/Application Support/photo-assist/server.json", StateFile.usual_place(sdk({}, false)))
    local windows = sdk({ LOCALAPPDATA = "LOCAL" }, true)
    assert.are.equal("LOCAL/photo-assist/photo-assist/server.json", StateFile.usual_place(windows))
    assert.are.equal("named/server.json", StateFile.usual_place(sdk({ ASSIST_STATE = "named" }, false)))
  end)

  local function read(text)
    local place = os.tmpname()
    local file = io.open(place, "w")
    file:write(text)
    file:close()
    local state = StateFile.read(sdk({}), place)
    os.remove(place)
    return state
  end

  it("tells port and token", function()
    local state = read('{"schema": "assist.server/1", "port": 4242, "token": "a-B_9", "pid": 1, "program": "", "catalog": ""}')
    assert.are.same({ port = 4242, token = "a-B_9" }, state)
  end)

  it("is passed over where it is missing, damaged, of another version, or holds what must not get into a header", function()
    assert.is_nil(StateFile.read(sdk({}), "/nowhere/server.json"))
    local wrong = {
      "", "[]", "{", '{"port": 4242, "token": "a"}', '{"schema": "assist.server/2", "port": 4242, "token": "a"}',
      '{"schema": "assist.server/1", "port": 0, "token": "a"}', '{"schema": "assist.server/1", "port": "4242", "token": "a"}',
      '{"schema": "assist.server/1", "port": 4242, "token": "a\\r\\nHost: b"}', '{"schema": "assist.server/1", "port": 4242}',
    }
    for _, text in ipairs(wrong) do
      assert.is_nil(read(text), text)
    end
  end)
end)
