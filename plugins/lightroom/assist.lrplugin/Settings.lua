-- What can be chosen in the Plug-in Manager, and what holds until then.
local Settings = {}

Settings.DEFAULTS = {
  program = "", -- The program `assist`; empty: the one that was installed with the plug-in, else the one on the PATH.
  state_file = "", -- Where the daemon says where it listens; empty: its usual place.
  use_daemon = true,
  stars = true,
  flags = true,
  labels = true,
  reject_flags = false, -- Lightroom offers to delete what is flagged as rejected.
  crop_as = "develop",
  aspect = "free",
  profile = "auto",
}

-- `prefs`: LrPrefs.prefsForPlugin(), or any table. A value of a wrong type is as good as none.
function Settings.read(prefs)
  local settings = {}
  for name, default in pairs(Settings.DEFAULTS) do
    local value = prefs[name]
    settings[name] = type(value) == type(default) and value or default
    if value == false and type(default) == "boolean" then
      settings[name] = false
    end
  end
  return settings
end

function Settings.options(settings)
  return {
    aspect = settings.aspect,
    profile = settings.profile,
    rescore = false,
    reject_flags = settings.reject_flags,
  }
end

return Settings
