-- darktable's crop as a step of its history, and the steps of a photo as an exported style tells them.
-- Version 1 of the module, 24 bytes, ratio 0:0: the one form that darktable 4.2 to 5.4 all read alike (tried).

local crop_step = {}

-- No blending, as darktable itself writes it.
local NO_BLENDING = "gz14eJxjYIAACQYYOOHEgAZY0QVwggZ7CB6pfNoAAE8gGQg="
local BLENDING_VERSION = "11"
local EDGES = "<ffff"

-- `box`: left, top, right, bottom in 0..1 of the upright picture.
function crop_step.params(box)
  local bytes = string.pack(EDGES .. "i4i4", box[1], box[2], box[3], box[4], 0, 0)
  return (bytes:gsub(".", function(byte) return string.format("%02x", byte:byte()) end))
end

-- The step that crops so; `enabled` false: that is there and switched off.
function crop_step.step(box, enabled)
  return {
    module = "1", operation = "crop", op_params = crop_step.params(box), enabled = enabled and "1" or "0",
    blendop_params = NO_BLENDING, blendop_version = BLENDING_VERSION, multi_priority = "0", multi_name = "",
  }
end

local FIELDS = {
  "module", "operation", "op_params", "enabled", "blendop_params", "blendop_version", "multi_priority", "multi_name",
}

-- A style with this one step, as a .dtstyle file has it.
function crop_step.style(name, step)
  local lines = { "<num>0</num>" }
  for _, field in ipairs(FIELDS) do lines[#lines + 1] = string.format("<%s>%s</%s>", field, step[field], field) end
  return '<?xml version="1.0" encoding="UTF-8"?>\n<darktable_style version="1.0"><info><name>' .. name
    .. "</name><description></description></info><style><plugin>" .. table.concat(lines) .. "</plugin></style></darktable_style>\n"
end

-- The newest step of each operation in the text of a .dtstyle file.
function crop_step.steps(text)
  local newest = {}
  for plugin in text:gmatch("<plugin>(.-)</plugin>") do
    local step = { num = tonumber(plugin:match("<num>(%d+)</num>")) or 0 }
    for _, field in ipairs(FIELDS) do step[field] = plugin:match("<" .. field .. ">(.-)</" .. field .. ">") or "" end
    local known = newest[step.operation]
    if not known or known.num <= step.num then newest[step.operation] = step end
  end
  return newest
end

local NEAR = 1e-5 -- of an edge: what 32 bits keep of a fraction, with some room

-- Whether two op_params crop alike, whatever version wrote them.
function crop_step.same_edges(ours, theirs)
  if ours == nil or theirs == nil or #ours < 32 or #theirs < 32 or (ours .. theirs):find("%X") then return false end
  for at = 1, 25, 8 do
    local one = string.unpack("<f", crop_step.bytes(ours:sub(at, at + 7)))
    local other = string.unpack("<f", crop_step.bytes(theirs:sub(at, at + 7)))
    if one ~= one or other ~= other or math.abs(one - other) > NEAR then return false end
  end
  return true
end

function crop_step.bytes(hex)
  return (hex:gsub("%x%x", function(pair) return string.char(tonumber(pair, 16)) end))
end

return crop_step
