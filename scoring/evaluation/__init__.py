"""How well ratings agree with people: which photos may be asked, the numbers, what they are compared with. Plain numpy."""
