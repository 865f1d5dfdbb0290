"""A lens and an ISO that older cameras state in the maker's note alone (after ExifTool's tag tables)."""

from __future__ import annotations

from index.photo.maker_note import maker_note


def noted_lens(block: bytes, make: str) -> str | None:
    """ExifTool, Canon.pm: LensModel (0x95), in a JPEG or TIFF block. Raises ValueError, LookupError or struct.error on damage."""
    note = maker_note(block) if make.lower().startswith("canon") else None
    return note.text(0x95) if note else None


def noted_iso(block: bytes, make: str) -> int | None:
    """ExifTool, Nikon.pm: ISO (0x02), a zero and the number. Raises as `noted_lens`."""
    note = maker_note(block) if make.lower().startswith("nikon") else None
    numbers = note.integers(0x02) if note else ()
    return numbers[1] or None if len(numbers) == 2 else None
