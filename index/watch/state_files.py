"""Where we note something about a watched folder: beside the catalogue, never in the folder."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def state_file(state_dir: Path, folder: Path, suffix: str) -> Path:
    """The note's file: named by a hash of where the folder really lies, so that every name of it leads to the same."""
    digest = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()
    return state_dir / f"{digest[:32]}{suffix}"
