"""What exiftool reads of a sidecar."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.real_editors.program import output_of, why_skip

SKIP_REASON = why_skip("exiftool")


def exiftool_shows(file: Path) -> dict[str, Any]:
    """`XMP-xmp:Rating` and the like -> value, numbers as numbers, lists as lists, structures as dicts."""
    (shown,) = exiftool_shows_each([file])
    return shown


def exiftool_shows_each(files: Sequence[Path]) -> list[dict[str, Any]]:
    """As `exiftool_shows`, in the order of the files; it takes longer to start than to read them."""
    shown = json.loads(output_of("exiftool", "-json", "-struct", "-G1", "-n", "-XMP:all", *files))
    return [{name: value for name, value in one.items() if name != "SourceFile"} for one in shown]


def exiftool_writes(file: Path, *arguments: str) -> None:
    """Changes the file in place, as exiftool does it."""
    output_of("exiftool", "-q", "-q", "-overwrite_original", *arguments, file)
