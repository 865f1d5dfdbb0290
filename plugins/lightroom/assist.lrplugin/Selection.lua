-- What is selected: each file once, with all photos that show it (a file and its virtual copies).
local Selection = {}

-- Returns {paths, photos_of = {path -> photos}, videos = how many were left out}.
function Selection.of(catalog, photos)
  local facts = catalog:batchGetRawMetadata(photos, { "path", "isVideo" })
  local selection = { paths = {}, photos_of = {}, videos = 0 }
  for _, photo in ipairs(photos) do
    local path = facts[photo].path
    if facts[photo].isVideo then
      selection.videos = selection.videos + 1
    elseif selection.photos_of[path] then
      table.insert(selection.photos_of[path], photo)
    else
      table.insert(selection.paths, path)
      selection.photos_of[path] = { photo }
    end
  end
  return selection
end

return Selection
