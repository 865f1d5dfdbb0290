std = "lua51+busted"
read_globals = { "import", "_PLUGIN", "WIN_ENV" }
max_line_length = 132
files["stub/lightroom.lua"] = { globals = { "import", "_PLUGIN", "WIN_ENV" } }
files["spec/json_spec.lua"] = { globals = { "string.format" } }
