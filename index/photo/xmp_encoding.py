"""In which characters an XMP packet is written."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from index.photo.xmp_errors import XmpError, XmpTrouble

DECLARATION = re.compile(
    r"""<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')
    (?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?P<q>["'])(?P<encoding>[A-Za-z][A-Za-z0-9._-]*)(?P=q))?
    (?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>""",
    re.VERBOSE,
)
"""XML 1.0, production 23."""

STARTS: tuple[tuple[bytes, str, int], ...] = (
    (codecs.BOM_UTF8, "utf-8", 3),
    (codecs.BOM_UTF16_LE, "utf-16-le", 2),
    (codecs.BOM_UTF16_BE, "utf-16-be", 2),
    (b"<\0", "utf-16-le", 0),
    (b"\0<", "utf-16-be", 0),
)
"""First bytes, what they say, how many of them are a byte order mark (XML 1.0, appendix F)."""

UTF_32_STARTS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"<\0\0\0", b"\0\0\0<")

ONE_BYTE = re.compile(r"ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-roman")
"""Encodings, by Python's names, of one byte a character with ASCII in it: what follows a declaration can be trusted then."""


@dataclass(frozen=True, slots=True)
class PacketText:
    """A packet as characters; `encoded` makes a part of it bytes again."""

    text: str
    """All of it but a byte order mark, the XML declaration with it."""
    codec: str
    mark_bytes: int
    """The length of the byte order mark."""
    declaration_chars: int

    def encoded(self, text: str) -> bytes:
        """`text` as the document has it; what its encoding lacks becomes a character reference."""
        return text.encode(self.codec, "xmlcharrefreplace")


def packet_text(data: bytes) -> PacketText:
    """The text of a packet; XmpError (ENCODING) where the bytes are not what they are declared to be, or nobody can tell."""
    if data.startswith(UTF_32_STARTS):
        raise XmpError(XmpTrouble.ENCODING, "it is written in UTF-32, which no editor reads")
    codec, mark_bytes = next(((codec, mark) for start, codec, mark in STARTS if data.startswith(start)), ("", 0))
    head = data[mark_bytes : mark_bytes + 400].decode(codec if codec.startswith("utf-16") else "latin-1", "replace")
    declaration = DECLARATION.match(head)
    if declaration is None and re.match(r"<\?xml[ \t\r\n?]", head):
        raise XmpError(XmpTrouble.MALFORMED, "it is damaged: its first line is no XML declaration")
    declared = declaration["encoding"] if declaration else None
    codec = _agreed(codec, declared, marked=mark_bytes > 0)
    return PacketText(
        _decoded(data[mark_bytes:], codec, declared), codec, mark_bytes, declaration.end() if declaration else 0
    )


def _agreed(found: str, declared: str | None, *, marked: bool) -> str:
    """What the first bytes and the declaration say together."""
    said = _python_name(declared) if declared is not None else found or "utf-8"
    if found.startswith("utf-16"):
        agree = said in ("utf-16", found)
    elif said == "utf-8":
        agree = True
    else:
        agree = not marked and ONE_BYTE.fullmatch(said) is not None
    if not agree:
        raise XmpError(XmpTrouble.ENCODING, f"it says that it is written in {declared}, but it is not, or not readably")
    return found or said


def _python_name(declared: str) -> str:
    try:
        return codecs.lookup(declared).name
    except LookupError as unknown:
        raise XmpError(XmpTrouble.ENCODING, f"it is written in {declared}, which nobody knows") from unknown


def _decoded(body: bytes, codec: str, declared: str | None) -> str:
    try:
        return body.decode(codec)
    except UnicodeDecodeError as wrong:
        said = f"says that it is written in {declared}" if declared else f"should be written in {codec.upper()}"
        message = f"it {said}, but byte {wrong.start} cannot be that"
        raise XmpError(XmpTrouble.ENCODING, message) from wrong
