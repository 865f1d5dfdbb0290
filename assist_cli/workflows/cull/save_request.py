"""Where the marks of a cull go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.photo.sidecar_place import Style


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """Which paths are culled (links may lead into these), where the journal is found, and which sidecars are written."""

    paths: Sequence[Path]
    catalog: Path
    command: str
    """As the journal tells it: `assist cull ~/Pictures`."""
    style: Style = Style.BOTH
