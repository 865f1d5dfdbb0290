"""How each mark is written down: in XMP properties, in darktable's history, in RawTherapee's profiles."""
