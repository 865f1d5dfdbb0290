"""Doors to the photo editors. Empty until the first editor moves in."""
