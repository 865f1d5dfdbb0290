"""Real editors, run without a screen against files in a temporary folder."""
