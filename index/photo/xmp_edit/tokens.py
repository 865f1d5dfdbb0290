"""Where the elements of a well-formed XML document stand in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from index.photo.xmp_edit.references import attribute_value, text_value
from index.photo.xmp_names import NAMESPACES

BLANK = r"[ \t\r\n]"
TOKEN = re.compile(
    r"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>
    |<(?P<closes>/?)(?P<name>[^ \t\r\n/>!?]+)(?P<rest>(?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>""",
    re.DOTALL | re.VERBOSE,
)
ATTRIBUTE = re.compile(
    rf"(?P<before>{BLANK}+)(?P<name>[^ \t\r\n=]+){BLANK}*={BLANK}*(?P<quote>[\"'])(?P<value>.*?)(?P=quote)", re.DOTALL
)

XML_SCOPE: Mapping[str, str] = {"xml": NAMESPACES["xml"]}
"""Bound everywhere without a declaration (Namespaces in XML 1.0, 3)."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute where it stands; `start` is before the blanks in front of it."""

    name: str
    start: int
    name_start: int
    value_start: int
    value_end: int
    value: str
    quote: str

    @property
    def end(self) -> int:
        """After the closing quote."""
        return self.value_end + 1


@dataclass(frozen=True, eq=False)
class Element:
    """An element where it stands: a `Node` of `xmp_values`, compared by identity."""

    document: str = field(repr=False)
    start: int
    open_end: int
    close_start: int
    end: int
    written_name: str
    outer_scope: Mapping[str, str] = field(repr=False)

    @property
    def is_closed_at_once(self) -> bool:
        """Whether it is written `<name/>`."""
        return self.open_end == self.end

    @property
    def name_end(self) -> int:
        """The place behind the name in its opening tag."""
        return self.start + 1 + len(self.written_name)

    @cached_property
    def written_attributes(self) -> tuple[Attribute, ...]:
        """As they stand, namespace declarations too."""
        found = ATTRIBUTE.finditer(self.document, self.name_end, self.open_end)
        return tuple(
            Attribute(
                m["name"],
                m.start(),
                m.start("name"),
                m.start("value"),
                m.end("value"),
                attribute_value(m["value"]),
                m["quote"],
            )
            for m in found
        )

    @cached_property
    def declared(self) -> dict[str, str]:
        """Namespaces by the prefixes that this element binds; "" is the default one."""
        return {
            a.name.partition(":")[2]: a.value
            for a in self.written_attributes
            if a.name == "xmlns" or a.name.startswith("xmlns:")
        }

    @cached_property
    def scope(self) -> Mapping[str, str]:
        """Namespaces by the prefixes bound here."""
        return {**self.outer_scope, **self.declared} if self.declared else self.outer_scope

    @cached_property
    def tag(self) -> str:
        """The name in Clark's form."""
        prefix, colon, local = self.written_name.partition(":")
        return _clark(self.scope.get(prefix if colon else "", ""), local if colon else prefix)

    @cached_property
    def by_name(self) -> dict[str, Attribute]:
        """Attributes by their names in Clark's form, namespace declarations left out."""
        found = {}
        for attribute in self.written_attributes:
            prefix, colon, local = attribute.name.partition(":")
            if "xmlns" not in (prefix, attribute.name):
                found[_clark(self.scope.get(prefix, ""), local) if colon else prefix] = attribute
        return found

    @cached_property
    def attributes(self) -> Mapping[str, str]:
        """Their values by names in Clark's form."""
        return {name: attribute.value for name, attribute in self.by_name.items()}

    @cached_property
    def children(self) -> tuple[Element, ...]:
        """Elements right inside."""
        return tuple(elements_in(self.document, self.open_end, self.close_start, self.scope))

    @cached_property
    def text(self) -> str:
        """Its own characters, comments and what stands in its children left out."""
        parts, position = [], self.open_end
        for child in self.children:
            parts.append(self.document[position : child.start])
            position = child.end
        return "".join(text_value(part) for part in (*parts, self.document[position : self.close_start]))


def root_of(document: str) -> Element:
    """The outermost element of a well-formed document."""
    return next(elements_in(document, 0, len(document), XML_SCOPE))


def elements_in(document: str, start: int, end: int, scope: Mapping[str, str]) -> Iterator[Element]:
    """The outermost elements of a stretch, in one pass."""
    depth = 0
    opening: re.Match[str] | None = None
    for token in TOKEN.finditer(document, start, end):
        closes, name, rest = token.groups()
        if name is None:
            continue
        if closes:
            depth -= 1
            if depth == 0 and opening is not None:
                yield Element(
                    document, opening.start(), opening.end(), token.start(), token.end(), opening["name"], scope
                )
        elif not rest.endswith("/"):
            opening = token if depth == 0 else opening
            depth += 1
        elif depth == 0:
            yield Element(document, token.start(), token.end(), token.end(), token.end(), name, scope)


def _clark(uri: str, local: str) -> str:
    return f"{{{uri}}}{local}" if uri else local
