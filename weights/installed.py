"""What the user has pulled or added: networks that rate photos, and others that are kept as published."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from weights.cache import entry_file, entry_files
from weights.entry import WeightsEntry, WeightsFile, read_entry
from weights.errors import WeightsError
from weights.public_checkpoint import RATING, public_checkpoints

TOLD = ("summary", "licence")
"""What the list of weights tells of each."""
RATING_FILES = ("onnx", "safetensors")
"""The formats of a network that rates: ONNX Runtime's on the CPU, torch's on a GPU."""


@dataclass(frozen=True, slots=True)
class Installed:
    """One folder of the user's weights."""

    name: str
    kind: str
    files: Mapping[str, WeightsFile]
    """By format: `onnx`, `safetensors`."""
    facts: Mapping[str, Any]
    rating: WeightsEntry | None
    """The same as the entry of a network that rates photos; None for any other kind."""


def installed() -> Mapping[str, Installed | str]:
    """Name -> what lies there, or why its entry cannot be read."""
    return {path.stem: _read(path, stamp_of(path)) for path in entry_files()}


def installed_as(name: str) -> Installed | str | None:
    """What lies there under one name, or why its entry cannot be read; None where nothing does. Looks at no other weights."""
    path = entry_file(name)
    return _read(path, stamp_of(path)) if path.is_file() else None


def find_installed(name: str) -> Installed:
    """The user's weights called `name`, unchecked; raises `WeightsError` where they are not here or their entry is damaged."""
    found = installed().get(name)
    if isinstance(found, Installed):
        return found
    if found is None and name not in public_checkpoints():
        raise WeightsError(f"no weights are called {name!r}", "assist weights list names what there is")
    problem = "are not here" if found is None else f"cannot be used: {found}"
    raise WeightsError(f"the weights {name} {problem}", f"assist weights pull {name}, or assist weights add FILE")


def stamp_of(path: Path) -> tuple[int, int]:
    """Tells whether a file has changed; what has just vanished has a stamp of its own."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _read(path: Path, _stamp: tuple[int, int]) -> Installed | str:
    # Remembered, for every photo's blend asks for the entry of its weights.
    try:
        facts = tomllib.loads(path.read_text(encoding="utf-8"))
        files = {kind: WeightsFile(path.parent / file["file"], file["sha256"]) for kind, file in facts["files"].items()}
        kind = facts.get("kind", RATING)  # what `assist train` writes tells none
        rating = dataclasses.replace(read_entry(path), files=files) if kind == RATING else None
        if facts["name"] != path.stem:
            raise ValueError(f"it speaks of {facts['name']}")
        places = dict.fromkeys(TOLD, facts) | (dict.fromkeys(RATING_FILES, files) if rating else {})
        if lacking := [name for name, place in places.items() if name not in place]:
            raise ValueError(f"it names no {lacking[0]}")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:  # ValueError: TOML's and UTF-8's too
        return f"its entry {path} is damaged ({type(error).__name__}: {error})"
    return Installed(path.stem, kind, files, facts, rating)
