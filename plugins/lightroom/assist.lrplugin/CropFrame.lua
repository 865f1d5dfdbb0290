-- A crop of the upright picture as Lightroom wants it: of the file's own, unturned frame.
local CropFrame = {}

CropFrame.KEYS = { "CropLeft", "CropTop", "CropRight", "CropBottom", "CropAngle" }
CropFrame.SAME = 1e-3 -- A choice: a thousandth of a side is less than Lightroom's own rounding to pixels in small pictures.
local LARGEST_ANGLE_DEG = 45 -- Where Lightroom's slider ends.
local SAME_SHAPE = 0.03 -- A choice: a RAW and the JPEG inside it differ by some pixels at the edges.

-- EXIF 2.32, Orientation: stored lying; stored the wrong way round.
local LYING = { [5] = true, [6] = true, [7] = true, [8] = true }
local FROM_RIGHT = { [2] = true, [3] = true, [7] = true, [8] = true }
local FROM_BELOW = { [3] = true, [4] = true, [6] = true, [7] = true }
local MIRRORED = { [2] = true, [4] = true, [5] = true, [7] = true }

local function stored_box(box, orientation)
  local left, top, right, bottom = box[1], box[2], box[3], box[4]
  if LYING[orientation] then
    left, top, right, bottom = top, left, bottom, right
  end
  if FROM_RIGHT[orientation] then
    left, right = 1 - right, 1 - left
  end
  if FROM_BELOW[orientation] then
    top, bottom = 1 - bottom, 1 - top
  end
  return left, top, right, bottom
end

-- Where the upper left and the lower right corner of a turned crop lie (docs/adr/0004-straightened-crops.md).
local function corners(left, top, right, bottom, turn_deg, aspect)
  local angle = math.rad(-turn_deg)
  local x, y = (left + right) / 2, (top + bottom) / 2
  local half_width, half_height = (right - left) / 2 * aspect, (bottom - top) / 2
  local across = half_width * math.cos(angle) - half_height * math.sin(angle)
  local down = half_width * math.sin(angle) + half_height * math.cos(angle)
  return x - across / aspect, y - down, x + across / aspect, y + down
end

local function settings_of(left, top, right, bottom, angle)
  return { CropLeft = left, CropTop = top, CropRight = right, CropBottom = bottom, CropAngle = angle, HasCrop = true }
end

-- Returns develop settings, or nil and why there are none. `size_px`: width and height of the upright picture.
function CropFrame.settings(crop, orientation, size_px)
  if orientation == nil then
    return nil, "which way up its file lies is not known"
  end
  local turn_deg = MIRRORED[orientation] and -crop.turn_deg or crop.turn_deg
  if math.abs(turn_deg) > LARGEST_ANGLE_DEG then
    return nil, "Lightroom turns by 45 degrees at most"
  end
  local left, top, right, bottom = stored_box(crop.box, orientation)
  if turn_deg == 0 then
    if math.min(left, top) < 0 or math.max(right, bottom) > 1 then
      return nil, "the crop reaches out of the picture"
    end
    return settings_of(left, top, right, bottom, 0)
  end
  if size_px == nil then
    return nil, "the size of the picture is not known, which a straightened crop needs"
  end
  local aspect = LYING[orientation] and size_px[2] / size_px[1] or size_px[1] / size_px[2]
  left, top, right, bottom = corners(left, top, right, bottom, turn_deg, aspect)
  return settings_of(left, top, right, bottom, -turn_deg)
end

-- The crop among develop settings, whole; a photo that was never cropped may lack each of them.
function CropFrame.of(develop)
  return settings_of(
    develop.CropLeft or 0,
    develop.CropTop or 0,
    develop.CropRight or 1,
    develop.CropBottom or 1,
    develop.CropAngle or 0
  )
end

function CropFrame.same(one, other)
  for _, key in ipairs(CropFrame.KEYS) do
    if math.abs(one[key] - other[key]) > CropFrame.SAME then
      return false
    end
  end
  return true
end

function CropFrame.is_whole(crop)
  return CropFrame.same(crop, settings_of(0, 0, 1, 1, 0))
end

-- Whether the picture that was judged has the shape of Lightroom's, which may lie on its side.
function CropFrame.same_shape(size_px, dimensions)
  if not size_px or not dimensions or not dimensions.width or not dimensions.height then
    return true
  end
  local ours, theirs = size_px[1] / size_px[2], dimensions.width / dimensions.height
  return math.abs(ours / theirs - 1) < SAME_SHAPE or math.abs(ours * theirs - 1) < SAME_SHAPE
end

return CropFrame
