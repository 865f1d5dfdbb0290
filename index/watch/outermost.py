"""Which of several folders hold the others."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def outermost(folders: Sequence[Path]) -> list[Path]:
    """Those that lie in none of the others, each once, in order: nothing is told twice."""
    real = {folder: Path(os.path.realpath(folder)) for folder in folders}
    kept: dict[Path, Path] = {}
    for folder, place in real.items():
        if place not in kept.values() and not any(other in place.parents for other in real.values()):
            kept[folder] = place
    return list(kept)
