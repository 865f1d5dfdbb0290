-- Lightroom's write access, with its two ways of saying no turned into one.
local Protocol = require "Protocol"

local WriteAccess = {}

local PATIENCE_S = 30 -- A choice: longer than an import or a sync holds the catalogue at a time.

-- Returns nil where `work` was done, else a problem; then Lightroom has undone all of it. An error in `work` passes through.
function WriteAccess.with(catalog, title, work)
  local status = catalog:withWriteAccessDo(title, work, { timeout = PATIENCE_S })
  if status == nil or status == "executed" then
    return nil
  end
  return Protocol.problem(
    "busy",
    "Lightroom is busy with something else and let nothing be written.",
    "Wait until it is done, then run this again: what was done already is skipped."
  )
end

return WriteAccess
