-- A set of smart collections over our fields. Criteria as Lightroom spells them: "sdk:" for a choice, "sdktext:" for text.
local WriteAccess = require "WriteAccess"

local SmartCollections = {}

SmartCollections.SET = "photo-assist"

local function choice(plugin, field, value)
  return { criteria = "sdk:" .. plugin.id .. "." .. field, operation = "==", value = value }
end

local function text(plugin, field, operation)
  return { criteria = "sdktext:" .. plugin.id .. "." .. field, operation = operation, value = "" }
end

local function definitions(plugin)
  return {
    { "Keep", { choice(plugin, "decision", "keeper"), combine = "intersect" } },
    { "Alternates", { choice(plugin, "decision", "alternate"), combine = "intersect" } },
    { "Reject?", { choice(plugin, "decision", "reject_candidate"), combine = "intersect" } },
    { "Score 80 and more", { choice(plugin, "band", "80"), combine = "intersect" } },
    { "Score under 40", { choice(plugin, "band", "20"), choice(plugin, "band", "0"), combine = "union" } },
    { "Not rated yet", { text(plugin, "score", "empty"), combine = "intersect" } },
  }
end

-- Those that are there already stay as they are, also when a person has changed them. Returns nil or a problem. A set cannot be
-- filled before the write access that made it has ended.
function SmartCollections.add(catalog, plugin)
  local set
  local problem = WriteAccess.with(catalog, "Add photo-assist's collection set", function()
    set = catalog:createCollectionSet(SmartCollections.SET, nil, true)
  end)
  return problem
    or WriteAccess.with(catalog, "Add photo-assist's smart collections", function()
      for _, definition in ipairs(definitions(plugin)) do
        catalog:createSmartCollection(definition[1], definition[2], set, true)
      end
    end)
end

return SmartCollections
