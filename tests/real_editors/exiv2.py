"""What exiv2 reads of a sidecar."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.real_editors.program import output_of, why_skip

SKIP_REASON = why_skip("exiv2")


def exiv2_shows(file: Path, names: Iterable[str] = ()) -> dict[str, str]:
    """`Xmp.xmp.Rating` and the like -> value as text, lists parted by `, `; those of `names`, else all."""
    filters = [part for name in names for part in ("-K", name)]
    lines = output_of("exiv2", "-PXkv", *filters, file).splitlines()
    pairs = (line.split(None, 1) for line in lines)
    return {pair[0]: pair[1] if len(pair) > 1 else "" for pair in pairs}


def exiv2_writes(file: Path, command: str) -> None:
    """Changes the file in place, as exiv2 does it."""
    output_of("exiv2", f"-M{command}", file)
