-- Stars, flag and label of a photo, in one spelling: 0 stars, flag 0 and label "none" stand for nothing given.
local Marks = {}

Marks.EMPTY = { rating = 0, pickStatus = 0, label = "none" }
Marks.NAMES = { "rating", "pickStatus", "label" }

local COLOURS = { red = true, yellow = true, green = true, blue = true, purple = true }
local TEXT_ONLY = "text:"

-- A label whose text belongs to no colour of the label set that is in use is still a person's label.
local function label_of(photo)
  local colour = photo:getRawMetadata("colorNameForLabel")
  if COLOURS[colour] then
    return colour
  end
  local text = photo:getFormattedMetadata("label")
  return text and text ~= "" and TEXT_ONLY .. text or "none"
end

function Marks.read(photo)
  return {
    rating = photo:getRawMetadata("rating") or 0,
    pickStatus = photo:getRawMetadata("pickStatus") or 0,
    label = label_of(photo),
  }
end

-- Lightroom spells no stars as nil, and knows colours by these names in every language.
local WRITERS = {
  rating = function(photo, value)
    photo:setRawMetadata("rating", value ~= 0 and value or nil)
  end,
  pickStatus = function(photo, value)
    photo:setRawMetadata("pickStatus", value)
  end,
  label = function(photo, value)
    if value:sub(1, #TEXT_ONLY) == TEXT_ONLY then
      photo:setRawMetadata("label", value:sub(#TEXT_ONLY + 1))
    else
      photo:setRawMetadata("colorNameForLabel", value)
    end
  end,
}

-- Inside write access.
function Marks.write(photo, name, value)
  WRITERS[name](photo, value)
end

return Marks
