require("Menu").add_smart_collections()
