-- A folder for one test, with a program in it that can be run as `assist`.
local lfs = require "lfs"

local workplace = {}

local LPATH = lfs.currentdir() .. "/?.lua;" .. lfs.currentdir() .. "/../../../plugins/lightroom/assist.lrplugin/?.lua"

function workplace.new()
  local folder = os.tmpname()
  os.remove(folder)
  assert(lfs.mkdir(folder))
  return folder
end

-- The program's path has what a user's may have: a space, a quote, a letter that is not English.
function workplace.program(folder)
  local path = folder .. "/Jim's Prögram"
  local file = assert(io.open(path, "w"))
  file:write("#!/bin/sh\nASSIST_TEST_LPATH='" .. LPATH .. "' exec lua5.1 '" .. lfs.currentdir() .. '/stub/fake_assist.lua\' "$@"\n')
  file:close()
  os.execute("chmod +x \"" .. path .. '"')
  return path
end

-- Names of what lies in it, hidden ones left out.
function workplace.names(folder)
  local names = {}
  for name in lfs.dir(folder) do
    if not name:match("^%.") then
      names[#names + 1] = name
    end
  end
  table.sort(names)
  return names
end

function workplace.remove(folder)
  for _, name in ipairs(workplace.names(folder)) do
    local path = folder .. "/" .. name
    if lfs.attributes(path, "mode") == "directory" then
      workplace.remove(path)
    else
      os.remove(path)
    end
  end
  lfs.rmdir(folder)
end

return workplace
