-- How many photos go into one question: few where photos are judged for the first time, many where all is known already.
local Batches = {}

-- Choices: a cancel is heard within seconds, and the daemon's answer to 500 known photos takes about one.
Batches.FIRST = 16
local MOST = 500
local FEWEST = 4
local QUICK_S, SLOW_S = 1.5, 5

function Batches.next_size(size, seconds)
  if seconds < QUICK_S then
    return math.min(MOST, size * 2)
  elseif seconds > SLOW_S then
    return math.max(FEWEST, math.floor(size / 2))
  end
  return size
end

function Batches.slice(list, first, size)
  local part = {}
  for index = first, math.min(#list, first + size - 1) do
    part[#part + 1] = list[index]
  end
  return part
end

return Batches
