-- Stars that stay. darktable writes a photo's record back as it was before it began to load the photo, and stars that were
-- set meanwhile are lost (seen with 4.2.1: one in some dozens while thumbnails are made). So they are looked at again.

local dt = require "darktable"

local LOOKS, LOOK_AFTER_MS = 5, 250 -- a choice: together as long as a large RAW takes to load

-- `stars`: { image =, was =, set = } each. Sets again what was lost, until one look finds all as they should be. What is
-- neither as it was nor as we set it is the user's by now.
return function(stars)
  for _ = 1, #stars > 0 and LOOKS or 0 do
    dt.control.sleep(LOOK_AFTER_MS)
    local lost = false
    for _, one in ipairs(stars) do
      if one.was ~= one.set and one.image.rating == one.was then
        one.image.rating = one.set
        lost = true
      end
    end
    if not lost then return end
  end
end
