"""Checkpoints that others publish: where each lies, what it must be, and what its authors measured."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weights.bundles import BUNDLES
from weights.entry import RATING as RATING  # the kind that is converted; any other is kept as it was published
from weights.errors import WeightsError

PUBLIC_ENTRIES = Path(__file__).parent / "entries" / "public"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file as its publisher offers it."""

    role: str
    """What it is for: `network`, or `head` and `trunk` where two files make one network."""
    file: str
    """Its publisher's name for it."""
    url: str
    """Where it lies; a page to look for it where no address of the file itself is known."""
    sha256: str | None
    """None where no digest is known: never guessed."""
    size_bytes: int | None


@dataclass(frozen=True, slots=True)
class PublicCheckpoint:
    """One entry of `entries/public`; `facts` is all of it, for people, `text` the TOML itself."""

    name: str
    kind: str
    """`rating`, `face_detector` or `eye_state`."""
    summary: str
    licence: str
    files: tuple[PublishedFile, ...]
    layout: str | None
    """Names the loader that knows its keys and shapes; None where it is kept as published."""
    facts: Mapping[str, Any]
    text: str


@cache
def public_checkpoints() -> Mapping[str, PublicCheckpoint]:
    """Name -> checkpoint, sorted; a missing key raises `KeyError`, which a test over all entries turns into a failing build."""
    found = [read_public_checkpoint(path) for path in sorted(PUBLIC_ENTRIES.glob("*.toml"))]
    return {checkpoint.name: checkpoint for checkpoint in found}


def read_public_checkpoint(path: Path) -> PublicCheckpoint:
    """Parse one entry."""
    text = path.read_text(encoding="utf-8")
    facts = tomllib.loads(text)
    files = tuple(
        PublishedFile(role, file["file"], file["url"], file.get("sha256"), file.get("size_bytes"))
        for role, file in facts["source"]["files"].items()
    )
    return PublicCheckpoint(
        facts["name"], facts["kind"], facts["summary"], facts["licence"], files, facts.get("layout"), facts, text
    )


def find_public_checkpoint(name: str) -> PublicCheckpoint:
    """The checkpoint called `name`; raises `WeightsError` that names the nearest."""
    table = public_checkpoints()
    if name in table:
        return table[name]
    known = [*BUNDLES, *table]
    near = difflib.get_close_matches(name, known, n=1)
    suggestion = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
    raise WeightsError(f"no public checkpoint is called {name!r}", f"{suggestion} (assist weights list)")
