"""A watch that a system starts: its name, and the command as a list of arguments."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PREFIX = "photo-assist-watch"
DIGITS = 8
"""Of a sha256 of the paths: enough to tell the watches of one person apart."""
LONGEST_NAME = 40
"""Of a folder within a service's name; systemd allows 255 letters in all."""


@dataclass(frozen=True, slots=True)
class Service:
    """A watch as a system knows it."""

    name: str
    paths: tuple[Path, ...]
    arguments: tuple[str, ...]
    """The program first, by its whole path."""


def service_name(paths: Sequence[Path]) -> str:
    """`photo-assist-watch-tether-1f0c9a2b`: the same for the same folders, in any order, and safe in a file's name."""
    real = sorted({os.path.realpath(path) for path in paths})
    digest = hashlib.sha256(b"\0".join(map(os.fsencode, real))).hexdigest()[:DIGITS]
    # Not as systemd-escape has it, which turns every space into \x20: the number tells apart, the word is for people.
    word = re.sub(r"[^A-Za-z0-9]+", "-", Path(real[0]).name).strip("-")[:LONGEST_NAME]
    return "-".join(part for part in (PREFIX, word, digest) if part)
