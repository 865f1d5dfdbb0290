-- What the Metadata panel shows when "photo-assist" is chosen there.
return {
  title = "photo-assist",
  id = "photoAssist",
  items = {
    "com.adobe.filename",
    "com.adobe.rating",
    "com.adobe.colorLabels",
    "com.adobe.separator",
    { "com.adobe.label", label = "photo-assist" },
    "photoassist.lightroom.score",
    "photoassist.lightroom.band",
    "photoassist.lightroom.decision",
    { "photoassist.lightroom.reason", height_in_lines = 6 },
  },
}
