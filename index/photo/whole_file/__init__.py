"""Whether a photo's file is all there, told from its own structure: its end marker, or the sizes that it states."""
