"""Which parts of a frame a photographer would consider as a crop, and how far it is to be turned."""
