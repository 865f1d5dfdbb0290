"""What we put into a plug-in's folder, noted there: whatever differs from it is a person's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NAME = "installed.json"
SCHEMA = "assist.plugin-files/1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """One installation of ours."""

    version: str
    """Of the photo-assist that it came from."""
    program: str
    """The `assist` that the plug-in was told to run."""
    made_luarc: bool
    """Whether there was no `luarc` before; false for Lightroom."""
    files: Mapping[str, str]
    """SHA-256 by name in the folder."""


def digest(data: bytes) -> str:
    """SHA-256, as the manifest has it."""
    return hashlib.sha256(data).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """As it is written; paths that are no text keep their bytes (PEP 383)."""
    told = {
        "schema": SCHEMA,
        "version": manifest.version,
        "program": manifest.program,
        "made_luarc": manifest.made_luarc,
        "files": dict(sorted(manifest.files.items())),
    }
    return json.dumps(told, indent=1).encode("ascii") + b"\n"


def read_manifest(folder: Path) -> Manifest | None:
    """None where nothing of ours was noted, or what is there is no such note. Raises `OSError` where it cannot be read."""
    try:
        data = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    try:
        said = json.loads(data)
        if said["schema"] != SCHEMA:
            return None
        files = {str(name): str(value) for name, value in said["files"].items()}
        return Manifest(str(said["version"]), str(said["program"]), said["made_luarc"] is True, files)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
