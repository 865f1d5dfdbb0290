"""Reads XMP packets; the only door to lxml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Final

from lxml import etree

from index.photo.xmp_encoding import PacketText, packet_text
from index.photo.xmp_errors import XmpError, XmpTrouble
from index.photo.xmp_names import ABOUT, DESCRIPTION, NAMESPACES, RDF_ROOT, our_name
from index.photo.xmp_values import Statement, fields_of, rdf_roots, simple_value, statements

MAX_XMP_BYTES: Final = 32 * 1024 * 1024
"""No editor's sidecar is near it: 4,000 strokes of a darktable mask are 5 MB."""

PROLOG = re.compile(
    r"(?:[ \t\r\n\ufeff]++|<!--.*?-->|<\?.*?\?>)*+(?P<first><!?[^\s>]*+(?:\s++[^\s>]*+)?|.)?", re.DOTALL
)

DOCTYPE_MESSAGE: Final = "it declares a document type, which XMP never does and which can do harm"


@dataclass(frozen=True, slots=True)
class LxmlNode:
    """An element of lxml as a `Node`."""

    element: etree._Element

    @property
    def tag(self) -> str:
        """In Clark's form."""
        return str(self.element.tag)

    @property
    def attributes(self) -> Mapping[str, str]:
        """Names in Clark's form; no namespace declarations."""
        return {str(name): str(value) for name, value in self.element.attrib.items()}

    @property
    def children(self) -> Sequence[LxmlNode]:
        """Child elements; no comments."""
        return [LxmlNode(child) for child in self.element.iterchildren(etree.Element)]

    @property
    def text(self) -> str:
        """Its own characters, comments left out."""
        return (self.element.text or "") + "".join(child.tail or "" for child in self.element)


@dataclass(frozen=True, eq=False)
class XmpPacket:
    """What a packet says, by our names (`xmp_names.NAMESPACES`) whatever prefixes it uses."""

    root: LxmlNode = field(repr=False)

    @cached_property
    def statements(self) -> dict[str, list[Statement[LxmlNode]]]:
        """Where each property stands."""
        return statements(self.root)

    def names(self) -> frozenset[str]:
        """Of all properties; those of namespaces unknown to us in Clark's form, `{namespace}local`."""
        return frozenset(self.statements)

    def has(self, name: str) -> bool:
        """Whether the property stands there, empty or not."""
        return name in self.statements

    def simple(self, name: str) -> str | None:
        """The value of a simple property, the first where it stands twice; None where there is none, or a list."""
        return next((s.simple for s in self.statements.get(name, ()) if s.simple is not None), None)

    def items(self, name: str) -> tuple[str, ...] | None:
        """The texts of a list (Bag, Seq, Alt); a simple value is one item, an empty one none; None without the property.

        A list that stands twice gives the items of the first and those that only the others have.
        """
        if not self.has(name):
            return None
        found: list[str] = []
        for statement in self.statements[name]:
            items = statement_items(statement)
            found += items if not found else [item for item in items if item not in found]
        return tuple(found)

    def structs(self, name: str) -> tuple[dict[str, str], ...] | None:
        """The items of a list as structures, fields by our names (an item that is none has none); None where there is no list."""
        lists = [s.entries for s in self.statements.get(name, ()) if s.entries is not None]
        return tuple(fields_of(entry) for entries in lists for entry in entries) if lists else None


def statement_items(statement: Statement[LxmlNode]) -> list[str]:
    """The texts of one place."""
    if (entries := statement.entries) is None:
        return [statement.simple] if statement.simple else []
    return [text for entry in entries if (text := simple_value(entry)) is not None]


def read_xmp(data: bytes) -> XmpPacket:
    """Understands a packet; XmpError where it is none, damaged, too large or dangerous.

    Nothing outside the bytes is ever looked at: no DTD, no entity but XML's own five, no network.
    """
    if len(data) > MAX_XMP_BYTES:
        message = f"it is {len(data) / 1024**2:.0f} MB long; sidecars have {MAX_XMP_BYTES // 1024**2} MB at most"
        raise XmpError(XmpTrouble.TOO_LARGE, message)
    if not data.strip(b"\0 \t\r\n"):
        raise XmpError(XmpTrouble.EMPTY, "it holds nothing" if not data else "it holds nothing but blanks")
    packet = packet_text(data)
    _refuse_other_files(packet.text)
    root = LxmlNode(_parsed(packet))
    if not rdf_roots(root):
        raise XmpError(XmpTrouble.NOT_XMP, "it is XML, but no XMP packet")
    return XmpPacket(root)


def _refuse_other_files(text: str) -> None:
    """Before the parser sees a DOCTYPE, and in plainer words than its."""
    start = PROLOG.match(text)
    first = ((start and start["first"]) or "").lower()
    if first.startswith("<!doctype"):
        if first.endswith("html"):
            raise XmpError(XmpTrouble.NOT_XMP, "it is a web page, not XMP")
        raise XmpError(XmpTrouble.DOCTYPE, DOCTYPE_MESSAGE)
    if not first.startswith("<") or not (NAMESPACES["rdf"] in text or NAMESPACES["x"] in text):
        raise XmpError(XmpTrouble.NOT_XMP, "it is not XMP")


def _parsed(packet: PacketText) -> etree._Element:
    document = packet.text[packet.declaration_chars :].encode()
    parser = _parser()
    try:
        root = etree.fromstring(document, parser)
    except etree.XMLSyntaxError as damage:
        if any(entry.type != etree.ErrorTypes.WAR_NS_URI for entry in parser.error_log):
            raise XmpError(XmpTrouble.MALFORMED, _plain_reason(str(damage.msg))) from None
        # Somebody's namespace is called what no URI is; lxml has no other switch that lets it pass.
        root = etree.fromstring(document, _parser(recover=True))
    if root.getroottree().docinfo.internalDTD is not None:
        raise XmpError(XmpTrouble.DOCTYPE, DOCTYPE_MESSAGE)
    return root


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False,
        attribute_defaults=False, huge_tree=False, strip_cdata=False, recover=recover,
    )  # fmt: skip


def _plain_reason(message: str) -> str:
    """One line without what a terminal would obey."""
    if "depth" in message:
        return "it is nested far deeper than XMP ever is"
    return "it is damaged: " + "".join(c if c.isprintable() else "?" for c in message)[:160]


def same_elsewhere(one: XmpPacket, other: XmpPacket, but: frozenset[str]) -> bool:
    """Whether both say the same in everything, comments and order too, but for the properties named.

    Blanks between properties are nothing said, and an rdf:Description left with nothing is as none.
    """
    missing = object()
    pairs = zip_longest(_content(one.root.element, but), _content(other.root.element, but), fillvalue=missing)
    return all(a == b for a, b in pairs)


def entry_contents(packet: XmpPacket, name: str) -> list[tuple[object, ...]]:
    """All that stands in each item of a list, to be compared."""
    lists = [s.entries for s in packet.statements.get(name, ()) if s.entries is not None]
    return [tuple(_subtree(entry.element)) for entries in lists for entry in entries]


def _content(root: etree._Element, but: frozenset[str]) -> Iterator[object]:
    """What stands in the root and every rdf:RDF, blanks left out; rdf:Descriptions without the properties named."""
    yield root.tag, _attributes(root, frozenset()), (root.text or "").strip()
    for child in root.iterchildren():
        if root.tag != RDF_ROOT and child.tag == RDF_ROOT:
            yield from _content(child, but)
        elif root.tag == RDF_ROOT and child.tag == DESCRIPTION:
            yield from _description(child, but)
        else:
            yield from _subtree(child)
        yield from filter(None, [(child.tail or "").strip()])
    yield root.tag


def _description(element: etree._Element, but: frozenset[str]) -> Iterator[object]:
    """Nothing where it holds nothing but the properties named."""
    attributes = _attributes(element, but)
    says_something = any(name != ABOUT for name, _ in attributes)
    loose = element.text or ""
    for child in element.iterchildren():
        if our_name(str(child.tag)) not in but:
            says_something = True
            yield loose.strip()
            yield from _subtree(child)
            loose = ""
        loose += child.tail or ""
    if says_something or loose.strip():
        yield DESCRIPTION, attributes, loose.strip()


def _attributes(element: etree._Element, but: frozenset[str]) -> list[tuple[str, str]]:
    named = ((str(name), str(value)) for name, value in element.attrib.items())
    return sorted((name, value) for name, value in named if our_name(name) not in but)


def _subtree(element: etree._Element) -> Iterator[object]:
    """Everything in an element, blanks too; or a comment or processing instruction."""
    if isinstance(element, etree._Comment | etree._ProcessingInstruction):
        yield str(element)
        return
    for event, part in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield part.tag, sorted(part.attrib.items()), part.text
        elif event != "end":
            yield str(part)
        if event != "start" and part is not element:
            yield part.tail
