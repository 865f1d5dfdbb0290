"""What is said in lower case, as parts of longer lines, on a line of its own."""

from __future__ import annotations


def sentence(words: str) -> str:
    """With a capital and a full stop; a file's name keeps its own letters."""
    first = words.split(" ", 1)[0]
    capital = words if "." in first or "_" in first else words[:1].upper() + words[1:]
    return capital if capital.endswith((".", "!", "?")) else f"{capital}."
