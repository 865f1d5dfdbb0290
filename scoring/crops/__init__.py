"""Which parts of a frame a photographer would consider as a crop."""
