"""How factors become one score, and which problem is worth a word. Reads stored numbers only, never a photo."""
