"""Writes a sidecar from properties, in any of the ways that XML and RDF leave open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias
from xml.sax.saxutils import escape

from index.photo.xmp_names import NAMESPACES

URIS = NAMESPACES | {
    "exifEX2": "http://example.org/exif2/",
    "shop": "urn:made-up:shop",
    "odd": "www.relative.example/odd ns",
    "kalimera": "http://example.org/καλημέρα/",
}

Fields: TypeAlias = Mapping[str, "Content"]


@dataclass(frozen=True)
class Texts:
    """A list of texts, each with the language it is in or none."""

    kind: str
    items: Sequence[str]
    languages: Sequence[str] = ()


@dataclass(frozen=True)
class Structures:
    """A list of structures."""

    kind: str
    items: Sequence[Fields]


Content: TypeAlias = "str | Texts | Structures | Fields"


@dataclass(frozen=True)
class Hand:
    """How one writer writes."""

    elements: float = 0.0
    """The share of simple properties that are written as elements."""
    line_end: str = "\n"
    step: str = " "
    quote: str = '"'
    attribute_lines: bool = True
    split: bool = False
    """An rdf:Description for each namespace."""
    remarks: float = 0.0
    """How often a comment or a processing instruction stands before a property."""
    resource_form: str = "attributes"
    """Of structures: attributes, parseType or nested."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Other prefixes than ours; "" makes it the default namespace of each element."""
    about: str = ""
    root: str = "x:xmpmeta"
    odd_escapes: float = 0.0


class SidecarWriter:
    """Writes one sidecar."""

    def __init__(self, hand: Hand, random: Random) -> None:
        self.hand = hand
        self.random = random

    def document(self, properties: Mapping[str, Content]) -> str:
        """Everything from the root element to its end."""
        groups: list[dict[str, Content]] = [dict(properties)]
        if self.hand.split:
            prefixes = dict.fromkeys(name.split(":")[0] for name in properties)
            groups = [{n: c for n, c in properties.items() if n.split(":")[0] == prefix} for prefix in prefixes]
        lines = [line for group in groups for line in self._description(group)]
        rdf = self._name("rdf:RDF")
        lines = [f"<{rdf} {self._declared('rdf')}>", *self._deeper(lines), f"</{rdf}>"]
        if self.hand.root != "rdf:RDF":
            attributes = f"{self._declared('x')} {self._attribute('x:xmptk', 'Made-up Core 7.0-c000 1.000000')}"
            lines = [f"<{self.hand.root} {attributes}>", *self._deeper(lines), f"</{self.hand.root}>"]
        return self.hand.line_end.join(lines)

    def _description(self, properties: Mapping[str, Content]) -> list[str]:
        as_elements = {
            n for n, c in properties.items() if not isinstance(c, str) or self.random.random() < self.hand.elements
        }
        as_elements |= {n for n in properties if self.hand.prefixes.get(n.split(":")[0]) == ""}
        used = dict.fromkeys(p for n, c in properties.items() for p in (n.split(":")[0], *_prefixes(c)))
        parts = [self._attribute("rdf:about", self.hand.about)]
        parts += [self._declared(prefix) for prefix in used if self.hand.prefixes.get(prefix) != ""]
        parts += [self._attribute(n, str(c)) for n, c in properties.items() if n not in as_elements]
        between = self.hand.line_end + "   " if self.hand.attribute_lines else " "
        opening = f"<{self._name('rdf:Description')} {between.join(parts)}"
        inside = [line for n, c in properties.items() if n in as_elements for line in self._property(n, c)]
        if not inside:
            return [f"{opening}/>"]
        return [f"{opening}>", *self._deeper(inside), f"</{self._name('rdf:Description')}>"]

    def _property(self, name: str, content: Content) -> list[str]:
        remarks = ("<!-- a < remark > & more -->", "<?a-tool xmp:Rating='9'?>", "<!---->")
        before = [self.random.choice(remarks)] if self.random.random() < self.hand.remarks else []
        return before + self._element(name, content)

    def _element(self, name: str, content: Content, attribute: str = "") -> list[str]:
        written, opening = self._name(name), self._name(name) + attribute
        if self.hand.prefixes.get(name.split(":")[0]) == "":
            opening += f" xmlns={self.hand.quote}{URIS[name.split(':')[0]]}{self.hand.quote}"
        if isinstance(content, str):
            return [f"<{opening}>{self._text(content)}</{written}>" if content else f"<{opening}/>"]
        if isinstance(content, Mapping):
            return self._structure(opening, written, content)
        items: list[str] = []
        for at, item in enumerate(content.items):
            language = content.languages[at] if isinstance(content, Texts) and content.languages else None
            items += self._element("rdf:li", item, " " + self._attribute("xml:lang", language) if language else "")
        container = self._name(f"rdf:{content.kind}")
        listed = [f"<{container}>", *self._deeper(items), f"</{container}>"] if items else [f"<{container}/>"]
        return [f"<{opening}>", *self._deeper(listed), f"</{written}>"]

    def _structure(self, opening: str, written: str, fields: Fields) -> list[str]:
        can_be_attributes = all(isinstance(c, str) and self._name(n).count(":") for n, c in fields.items())
        if self.hand.resource_form == "attributes" and can_be_attributes:
            attributes = [self._attribute(n, str(c)) for n, c in fields.items()]
            return ["<" + (self.hand.line_end + "  ").join([opening, *attributes]) + "/>"]
        inside = [line for n, c in fields.items() for line in self._element(n, c)]
        if self.hand.resource_form == "parseType":
            return [
                f"<{opening} {self._attribute('rdf:parseType', 'Resource')}>",
                *self._deeper(inside),
                f"</{written}>",
            ]
        described = self._name("rdf:Description")
        inside = [f"<{described}>", *self._deeper(inside), f"</{described}>"]
        return [f"<{opening}>", *self._deeper(inside), f"</{written}>"]

    def _name(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        written = self.hand.prefixes.get(prefix, prefix)
        return f"{written}:{local}" if written else local

    def _declared(self, prefix: str) -> str:
        written = self.hand.prefixes.get(prefix, prefix)
        return f"xmlns:{written}={self.hand.quote}{URIS[prefix]}{self.hand.quote}"

    def _attribute(self, name: str, value: str) -> str:
        quote = self.hand.quote
        escapes = {"\t": "&#9;", "\n": "&#xA;", "\r": "&#xD;", quote: "&quot;" if quote == '"' else "&#39;"}
        return f"{self._name(name)}={quote}{self._odd(escape(value, escapes))}{quote}"

    def _text(self, value: str) -> str:
        if self.hand.odd_escapes and "]]>" not in value and "\r" not in value and self.random.random() < 0.2:
            return f"<![CDATA[{value}]]>"
        return self._odd(escape(value, {"\r": "&#xD;"}))

    def _odd(self, escaped: str) -> str:
        """Some plain letters as references, which mean the same."""
        if not self.hand.odd_escapes or "&" in escaped:
            return escaped
        share = self.hand.odd_escapes
        return "".join(f"&#x{ord(c):x};" if self.random.random() < share else c for c in escaped)

    def _deeper(self, lines: Sequence[str]) -> list[str]:
        return [self.hand.step + line for line in lines]


def _prefixes(content: Content) -> list[str]:
    """The namespaces that stand inside a property."""
    if isinstance(content, str | Texts):
        return []
    structures = [content] if isinstance(content, Mapping) else content.items
    return [p for fields in structures for n, c in fields.items() for p in (n.split(":")[0], *_prefixes(c))]
