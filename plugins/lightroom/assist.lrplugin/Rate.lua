require("Menu").suggest("rate", "photo-assist: rate")
