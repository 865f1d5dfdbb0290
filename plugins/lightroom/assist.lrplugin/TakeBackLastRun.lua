require("Menu").take_back()
