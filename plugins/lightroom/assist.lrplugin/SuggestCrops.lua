require("Menu").suggest("crop", "photo-assist: suggest crops")
