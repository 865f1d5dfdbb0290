"""What exiftool reads of a sidecar."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.real_editors.program import output_of, why_skip

SKIP_REASON = why_skip("exiftool")


def exiftool_shows(file: Path) -> dict[str, Any]:
    """`XMP-xmp:Rating` and the like -> value, numbers as numbers, lists as lists, structures as dicts."""
    (shown,) = json.loads(output_of("exiftool", "-json", "-struct", "-G1", "-n", "-XMP:all", file))
    return {name: value for name, value in shown.items() if name != "SourceFile"}


def exiftool_writes(file: Path, *arguments: str) -> None:
    """Changes the file in place, as exiftool does it."""
    output_of("exiftool", "-q", "-q", "-overwrite_original", *arguments, file)
