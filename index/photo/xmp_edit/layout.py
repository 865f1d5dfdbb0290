"""How a document breaks its lines and indents them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from index.photo.xmp_edit.tokens import Element

Lines: TypeAlias = Sequence[tuple[int, str]]
"""Lines to be written, each with how many steps further in it stands than the first."""

LAST_LINE = re.compile(r"(?:\r\n|(?<!\r)\n|\r(?!\n))([ \t]*+)\Z")
"""A line end and the blanks that the text after it is indented by."""


def line_end(document: str) -> str:
    """The first one of the document; a newline where it has none."""
    first = re.search(r"\r?\n|\r", document)
    return first[0] if first else "\n"


def blanks_before(document: str, position: int) -> str:
    """The run of blanks that ends at `position`."""
    start = position
    while start > 0 and document[start - 1] in " \t\r\n":
        start -= 1
    return document[start:position]


def indent_of(element: Element) -> str | None:
    """The blanks in front of an element on its line; None where something else stands before it on that line."""
    line = LAST_LINE.search(blanks_before(element.document, element.start))
    return line[1] if line else None


def with_its_line(element: Element) -> tuple[int, int]:
    """The stretch to take out with an element, so that no empty line is left."""
    line = LAST_LINE.search(blanks_before(element.document, element.start))
    return element.start - (len(line[0]) if line else 0), element.end


def step_of(parent: Element) -> tuple[str, str]:
    """The indent of the children of `parent`, and what one level more adds (Adobe's packets: one blank)."""
    outer = indent_of(parent) or ""
    inner = next((indent for child in parent.children if (indent := indent_of(child)) is not None), None)
    if inner is None:
        return outer + " ", " "
    return inner, inner[len(outer) :] if inner.startswith(outer) and inner != outer else " "
