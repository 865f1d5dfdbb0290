"""How a document breaks its lines and indents them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from index.photo.xmp_edit.tokens import Element

Lines: TypeAlias = Sequence[tuple[int, str]]
"""Lines to be written, each with how many steps further in it stands than the first."""

BLANKS_BEFORE = re.compile(r"[ \t\r\n]*\Z")


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
    blanks = blanks_before(element.document, element.start)
    return re.split(r"[\r\n]", blanks)[-1] if re.search(r"[\r\n]", blanks) else None


def with_its_line(element: Element) -> tuple[int, int]:
    """The stretch to take out with an element, so that no empty line is left."""
    blanks = blanks_before(element.document, element.start)
    broken = max(blanks.rfind("\r\n"), blanks.rfind("\n") - blanks.endswith("\r\n"), blanks.rfind("\r"))
    return (element.start - len(blanks) + broken if broken >= 0 else element.start), element.end


def step_of(parent: Element) -> tuple[str, str]:
    """The indent of the children of `parent`, and what one level more adds (Adobe's packets: one blank)."""
    outer = indent_of(parent) or ""
    inner = next((indent for child in parent.children if (indent := indent_of(child)) is not None), None)
    if inner is None:
        return outer + " ", " "
    return inner, inner[len(outer) :] if inner.startswith(outer) and inner != outer else " "
