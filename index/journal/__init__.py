"""Every file written outside the catalogue, and how to take it back on any later day."""
