-- What Lightroom Classic reads of this plug-in when it is added.
local photos = {
  { title = "Rate", file = "Rate.lua", enabledWhen = "photosSelected" },
  { title = "Suggest picks", file = "SuggestPicks.lua", enabledWhen = "photosSelected" },
  { title = "Suggest crops", file = "SuggestCrops.lua", enabledWhen = "photosSelected" },
  { title = "Explain", file = "Explain.lua", enabledWhen = "photosSelected" },
  -- These two are about the catalogue, whatever is selected.
  { title = "Take back last run", file = "TakeBackLastRun.lua" },
  { title = "Add smart collections", file = "AddSmartCollections.lua" },
}

return {
  LrSdkVersion = 13.0,
  -- A choice: applyDevelopSettings came with 6, virtual copies by script with 5.
  LrSdkMinimumVersion = 6.0,
  LrToolkitIdentifier = "photoassist.lightroom",
  LrPluginName = "photo-assist",
  LrLibraryMenuItems = photos,
  LrExportMenuItems = photos,
  LrMetadataProvider = "Metadata.lua",
  LrMetadataTagsetFactory = "Tagset.lua",
  LrPluginInfoProvider = "PluginInfo.lua",
  VERSION = { major = 0, minor = 1, revision = 0 },
}
