"""One small photo of a strip, a grid or a comparison, with what stands below it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from assist_cli.pictures.picture_key import Zoom


@dataclass(frozen=True, slots=True)
class Tile:
    """`path`: the file to show; `captions`: lines below the picture. `belongs`: whether it is of the same group as the current."""

    path: Path
    captions: tuple[Text, ...]
    is_current: bool = False
    belongs: bool = False
    zoom: Zoom | None = None
