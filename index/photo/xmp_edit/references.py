"""Characters as XML writes them, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.photo.xmp_errors import UnsafeEditError

REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
"""XML 1.0, 4.6; there are no others without a document type."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0, production 2: what no XML document can hold, not even as a reference."""

LINE_END = re.compile(r"\r\n?")
CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL)

IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"}
IN_ATTRIBUTE = {"&": "&amp;", "<": "&lt;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
QUOTES = {'"': "&quot;", "'": "&apos;"}


def text_value(written: str) -> str:
    """What character data says, comments and processing instructions left out (XML 1.0, 2.11)."""
    parts: list[str] = []
    position = 0
    for special in CDATA.finditer(written):
        parts += (
            _resolved(LINE_END.sub("\n", written[position : special.start()])),
            LINE_END.sub("\n", special[1] or ""),
        )
        position = special.end()
    parts.append(_resolved(LINE_END.sub("\n", written[position:])))
    return "".join(parts)


def attribute_value(written: str) -> str:
    """What an attribute says: line ends and tabs are blanks there (XML 1.0, 3.3.3)."""
    return _resolved(re.sub(r"[\t\n]", " ", LINE_END.sub("\n", written)))


def as_text(value: str) -> str:
    """A value as character data; UnsafeEditError for characters that XML cannot hold."""
    return _escaped(value, IN_TEXT)


def as_attribute(value: str, quote: str) -> str:
    """A value between two of `quote`; UnsafeEditError for characters that XML cannot hold."""
    return _escaped(value, IN_ATTRIBUTE | {quote: QUOTES[quote]})


def _escaped(value: str, replacements: Mapping[str, str]) -> str:
    if found := NOT_XML.search(value):
        raise UnsafeEditError(f"XMP cannot hold the character U+{ord(found[0]):04X}")
    return "".join(replacements.get(character, character) for character in value)


def _resolved(written: str) -> str:
    return REFERENCE.sub(_character, written) if "&" in written else written


def _character(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return NAMED[name]
    return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))
