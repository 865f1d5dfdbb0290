"""Why an XMP packet cannot be read, in plain words."""

from __future__ import annotations

from enum import StrEnum


class XmpTrouble(StrEnum):
    """Kinds of trouble with a packet."""

    EMPTY = "empty"
    MALFORMED = "malformed"
    DOCTYPE = "doctype"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    NOT_XMP = "not_xmp"


HINTS: dict[XmpTrouble, str] = {
    XmpTrouble.EMPTY: "if no editor is writing it just now, move the empty file away",
    XmpTrouble.MALFORMED: "open the photo in the editor that wrote it, and let that write its metadata again",
    XmpTrouble.DOCTYPE: "no editor writes this; look where the file came from",
    XmpTrouble.ENCODING: "open the photo in the editor that wrote it, and let that write its metadata again",
    XmpTrouble.TOO_LARGE: "no editor writes sidecars of that size; look what it holds",
    XmpTrouble.NOT_XMP: "the file is named like a sidecar but holds something else; rename it",
}


class XmpError(Exception):
    """A packet that is not read, and never written to."""

    def __init__(self, kind: XmpTrouble, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message

    @property
    def hint(self) -> str:
        """What to do about it."""
        return HINTS[self.kind]


class UnsafeEditError(Exception):
    """A change that cannot be shown to touch nothing else; it is not made, and the bytes stay as they are."""

    hint = "change this photo in its editor, and report its sidecar: it is written in a way that is not understood here"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
