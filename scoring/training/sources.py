"""Where a training run reads and writes; to name the places, torch need not be loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sources:
    """What a run reads besides its recipe, and where it writes."""

    data: Path
    """The data set's folder."""
    backbone: Path | None
    """ImageNet weights of the trunk; None starts from random parameters."""
    teachers: Mapping[str, Path]
    """ImageNet weights of the recipe's teachers, by the name of their trunk."""
    output: Path
    """Receives the weights, their entry, and what is needed to take an interrupted run up again."""
