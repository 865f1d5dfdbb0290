-- Sentences for a label of the panel, which wraps no lines by itself.

local words = {}

local WIDTH = 34 -- characters of a line in a side panel of usual width: a choice

local function wrap_into(lines, text)
  local line = ""
  for word in text:gmatch("%S+") do
    local longer = line == "" and word or line .. " " .. word
    if line ~= "" and (utf8.len(longer) or #longer) > WIDTH then
      lines[#lines + 1] = line
      longer = word
    end
    line = longer
  end
  lines[#lines + 1] = line
end

-- The text in lines of at most WIDTH characters, broken at spaces and where it is broken already; a longer word stays whole.
function words.wrap(text)
  local lines = {}
  for line in text:gmatch("[^\n]+") do wrap_into(lines, line) end
  return table.concat(lines, "\n")
end

-- A name as GTK takes it: bytes that are not UTF-8 would end the text there.
function words.shown(name)
  return utf8.len(name) and name or (name:gsub("[\128-\255]", "?"))
end

return words
