"""File names and sentences made safe for a terminal, and cut to a width in cells."""

from __future__ import annotations

import os

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


def printable(text: str | os.PathLike[str]) -> str:
    """The text with control characters and stray bytes as `?`: a file name must not move the cursor."""
    return "".join(letter if letter.isprintable() else "?" for letter in os.fspath(text))


def shortened(text: str, width: int) -> str:
    """Cut after a word, with an ellipsis, so that it takes at most `width` cells."""
    if cell_len(text) <= width:
        return text
    cut = set_cell_size(text, max(0, width - 1)).rstrip()
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > width // 2 else cut).rstrip(" ,;:") + ELLIPSIS


def shortened_name(name: str, width: int) -> str:
    """Cut in the middle, because both ends of a file name tell photos apart; of a path the file's name goes last."""
    if cell_len(name) <= width:
        return name
    file_name = name.rpartition("/")[2]
    keep = cell_len(file_name) if file_name != name and cell_len(file_name) < width else width // 2
    tail = set_cell_size(name[::-1], keep)[::-1]
    head = set_cell_size(name, max(0, width - 1 - cell_len(tail))).rstrip()
    return f"{head}{ELLIPSIS}{tail}"
