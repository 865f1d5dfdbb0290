"""The whole program as a person runs it, with real editors beside it."""
