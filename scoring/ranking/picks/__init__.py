"""Which frames of a group are worth keeping, and why; then which of a whole shoot. Stored facts are enough: no photo is opened.

`ranked_photo` and `choice` are what goes in and comes out; `readings` tells the factors, `standing` compares them within a group,
`ties` orders them, `faults` and `decide` judge them, `explain` says it, `choose_shoot` keeps a number of them.
"""
