"""Collects what is to be changed in a document, and makes pieces of text of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from index.photo.xmp_edit.layout import Lines, indent_of, line_end, step_of, with_its_line
from index.photo.xmp_edit.references import as_attribute
from index.photo.xmp_edit.tokens import Attribute, Element
from index.photo.xmp_names import PREFIXES, clark, parted

Piece: TypeAlias = tuple[int, int, str]
"""From one place in the text to another, and what shall stand there."""


class Changes:
    """The changes of one document."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.line_end = line_end(document)
        self._pieces: list[Piece] = []
        self._attributes: dict[Element, list[tuple[str, str]]] = {}
        self._declared: dict[Element, dict[str, str]] = {}
        self._children: dict[Element, list[Lines]] = {}

    def replace(self, start: int, end: int, text: str) -> None:
        """Another text there."""
        self._pieces.append((start, end, text))

    def remove_attribute(self, attribute: Attribute) -> None:
        """The attribute and the blanks before it go."""
        self.replace(attribute.start, attribute.end, "")

    def remove_element(self, element: Element) -> None:
        """The element goes, and its line where it has one to itself."""
        self.replace(*with_its_line(element), "")

    def add_attribute(self, element: Element, name: str, value: str) -> None:
        """An attribute behind the others; `name` is ours."""
        self._attributes.setdefault(element, []).append(
            (self.written(name, element, element, of_attribute=True), value)
        )

    def add_child(self, parent: Element, lines: Lines) -> None:
        """An element behind the others."""
        self._children.setdefault(parent, []).append(lines)

    def written(self, name: str, place: Element, description: Element, *, of_attribute: bool = False) -> str:
        """Our name with the prefix that its namespace has at `place`; where it has none, `description` will declare one."""
        uri, local = parted(clark(name))
        pending = self._declared.setdefault(description, {})
        scope = {**pending, **place.scope}
        ours = PREFIXES.get(uri, "ns")
        prefixes = [prefix for prefix, bound in scope.items() if bound == uri and (prefix or not of_attribute)]
        if not prefixes:
            taken = {*scope, *description.scope}
            prefixes = [next(p for p in (ours, *(f"{ours}{n}" for n in range(1, len(taken) + 2))) if p not in taken)]
            pending[prefixes[0]] = uri
        prefix = ours if ours in prefixes else next((p for p in prefixes if p), "")
        return f"{prefix}:{local}" if prefix else local

    def pieces(self) -> list[Piece]:
        """All changes in the order of the text; those that change nothing left out."""
        openings = [self._opening(e) for e in dict.fromkeys([*self._declared, *self._attributes])]
        contents = [piece for parent in self._children for piece in self._content(parent)]
        changed = [p for p in (*self._pieces, *openings, *contents) if self.document[p[0] : p[1]] != p[2]]
        return sorted(changed, key=lambda piece: piece[:2])

    def _opening(self, element: Element) -> Piece:
        """New namespaces and attributes, behind the last attribute, in the way that stands."""
        standing = element.written_attributes
        quote = standing[-1].quote if standing else '"'
        declared = [(f"xmlns:{prefix}", uri) for prefix, uri in self._declared.get(element, {}).items()]
        added = [*declared, *self._attributes.get(element, ())]
        blanks = self._blanks_between(element, len(added))
        place = standing[-1].end if standing else element.name_end
        text = "".join(f"{blanks}{name}={quote}{as_attribute(value, quote)}{quote}" for name, value in added)
        return place, place, text

    def _blanks_between(self, element: Element, count: int) -> str:
        """As between those that stand; where that is one alone, several new ones get lines of their own, as Adobe has them."""
        if len(element.written_attributes) > 1:
            last = element.written_attributes[-1]
            return self.document[last.start : last.name_start]
        indent = indent_of(element)
        return " " if indent is None or count < 2 else f"{self.line_end}{indent}   "

    def _content(self, parent: Element) -> list[Piece]:
        """New children, each on a line of its own unless those that stand share one."""
        last = parent.children[-1] if parent.children else None
        indent, step = step_of(parent)
        alone = parent.tag.endswith("}Description") or last is None or indent_of(last) is not None
        lines = [line for block in self._children[parent] for line in block]
        text = "".join((self.line_end + indent + step * depth if alone else "") + line for depth, line in lines)
        closing = self.line_end + (indent_of(parent) or "") if alone else ""
        if parent.is_closed_at_once:
            return [(parent.end - 2, parent.end, f">{text}{closing}</{parent.written_name}>")]
        place = last.end if last else parent.open_end
        rest = self.document[place : parent.close_start]
        return [(place, place, text + ("" if rest.strip() or "\n" in rest or "\r" in rest else closing))]


def respelled(document: str, pieces: Sequence[Piece]) -> str:
    """The document with the pieces in it."""
    parts: list[str] = []
    position = 0
    for start, end, text in pieces:
        parts += (document[position:start], text)
        position = end
    return "".join((*parts, document[position:]))
