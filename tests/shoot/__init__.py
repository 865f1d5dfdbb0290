"""A shoot drawn by code, with known truth: for the tests, and for a first look without photos of one's own."""
