-- Which program is run: the one that was chosen, the one that installing the plug-in noted beside it, or `assist` on the PATH.
local Program = {}

Program.NOTE = "program.txt"

function Program.path(sdk, settings, plugin)
  if settings.program ~= "" then
    return settings.program
  end
  local note = sdk.paths.child(plugin.path, Program.NOTE)
  local noted = sdk.files.exists(note) and sdk.files.readFile(note):match("^%s*(.-)%s*$")
  return noted and noted ~= "" and noted or "assist"
end

return Program
