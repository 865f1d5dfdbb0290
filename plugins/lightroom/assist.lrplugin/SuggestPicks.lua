require("Menu").suggest("pick", "photo-assist: suggest picks")
