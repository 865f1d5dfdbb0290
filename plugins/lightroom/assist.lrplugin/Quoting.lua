-- One command line for LrTasks.execute, which hands it to a shell: sh on macOS, cmd.exe on Windows.
local Quoting = {}

local function for_sh(argument)
  return "'" .. argument:gsub("'", "'\\''") .. "'"
end

-- Inside double quotes cmd.exe still replaces %NAME%, and has no way to keep it from doing so. A backslash before the closing
-- quote would escape it for the program.
local function for_cmd(argument)
  if argument:find('["\r\n]') or argument:find("%%[^%%]+%%") then
    return nil
  end
  return '"' .. argument:gsub("(\\+)$", "%1%1") .. '"'
end

-- Returns the line, or nil and which argument cannot be passed. cmd.exe takes the outermost pair of quotes away.
function Quoting.command(arguments, windows)
  local parts = {}
  for index, argument in ipairs(arguments) do
    local quoted = not argument:find("%z") and (windows and for_cmd or for_sh)(argument) or nil
    if not quoted then
      return nil, argument
    end
    parts[index] = quoted
  end
  local line = table.concat(parts, " ")
  return windows and '"' .. line .. '"' or line
end

return Quoting
