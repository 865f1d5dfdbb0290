-- Lightroom Classic runs Lua 5.1 and gives plug-ins these names.
std = "lua51"
read_globals = { "import", "_PLUGIN", "LOC", "WIN_ENV", "MAC_ENV" }
max_line_length = 132
