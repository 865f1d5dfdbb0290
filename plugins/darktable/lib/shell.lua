-- One line for the system's shell. Only names of our own temporary files are ever put on it, and the path of `assist`.

local shell = {}

-- Quoted for sh: between single quotes everything stands for itself, but for a single quote.
local function quote_for_sh(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

-- Quoted for a .bat file: no file's name has a double quote on Windows, and a % there must be doubled.
local function quote_for_bat(word)
  return '"' .. word:gsub('"', ""):gsub("%%", "%%%%") .. '"'
end

-- The words as one line, stdout and stderr into the file `log`.
function shell.line(words, log, windows)
  local quote = windows and quote_for_bat or quote_for_sh
  local quoted = {}
  for at, word in ipairs(words) do quoted[at] = quote(word) end
  return table.concat(quoted, " ") .. " > " .. quote(log) .. " 2>&1"
end

-- The text of a .bat file with that line: cmd takes more than one quoted word only from there (as lua-scripts'
-- lib/dtutils/system has it), and reads names as UTF-8 only behind chcp. The last line's exit code is the file's.
function shell.bat(line)
  return "@echo off\r\nchcp 65001 > nul\r\n" .. line .. "\r\nexit /b %ERRORLEVEL%\r\n"
end

-- What dt.control.execute gives where the shell finds no such program: wait status 127 << 8 of sh, 9009 of cmd.
function shell.not_found(status)
  return status == 127 * 256 or status == 127 or status == 9009
end

return shell
