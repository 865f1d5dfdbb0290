"""File names and sentences made safe for a terminal, and cut to a width in cells."""

from __future__ import annotations

import os
from functools import lru_cache

from rich.cells import set_cell_size

from assist_cli.render.cell_count import cell_len
from assist_cli.render.line_fill import wrapped

ELLIPSIS = "…"

SENTENCES_KEPT = 4096
"""A choice: of a hundred thousand photos' reasons most are the same few thousand, and to cut one anew takes 30 µs."""


def printable(text: str | os.PathLike[str]) -> str:
    """The text with control characters and stray bytes as `?`: a file name must not move the cursor."""
    told = os.fspath(text)
    return told if told.isprintable() else "".join(letter if letter.isprintable() else "?" for letter in told)


@lru_cache(SENTENCES_KEPT)
def shortened(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Cut after a word, with an ellipsis, so that it takes at most `width` cells."""
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room < 1:
        return ellipsis[: max(0, width)]
    at_word = wrapped(text, room)[0]
    cut = at_word if cell_len(at_word) > room // 2 else set_cell_size(text, room)
    return cut.rstrip(" .,;:") + ellipsis


def shortened_name(name: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """Cut in the middle, because both ends of a file name tell photos apart; of a path the file's name goes last."""
    if cell_len(name) <= width:
        return name
    room = width - cell_len(ellipsis)
    if room < 1:
        return ellipsis[: max(0, width)]
    file_name = name.rpartition("/")[2]
    keep = cell_len(file_name) if file_name != name and cell_len(file_name) <= room else room // 2
    tail = set_cell_size(name[::-1], keep)[::-1]
    head = set_cell_size(name, room - cell_len(tail)).rstrip()
    return f"{head}{ellipsis}{tail}"
