"""Teaches the embedder which differences between two photos do not matter: those between two views of one picture."""
