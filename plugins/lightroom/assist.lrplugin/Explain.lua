require("Menu").explain()
