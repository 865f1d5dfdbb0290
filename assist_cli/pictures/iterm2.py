"""Pictures as files within the text, as iTerm2 brought them in: a JPEG a picture, which also suits slow lines."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import simplejpeg

from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.fit import Fit, Size
from assist_cli.pictures.placed_picture import at, erased_cells

QUALITY = 90
"""0.44 MB for a photo of 1,600 px; colours are kept in full, as thin red lines are looked at."""


@dataclass(frozen=True, slots=True)
class ItermPicture:
    """`sequence`: draws it at the cursor."""

    sequence: str
    cells: Size

    @property
    def size_bytes(self) -> int:
        """See `PlacedPicture`."""
        return len(self.sequence)

    @property
    def printed(self) -> CellPicture | None:
        """None: its cells stay empty."""
        return None

    def upload(self, folder: Path | None) -> str:  # noqa: ARG002
        """Nothing: the terminal keeps no pictures."""
        return ""

    def place(self, column: int, row: int) -> str:
        """See `PlacedPicture`."""
        return at(column, row, self.sequence)

    def erase(self, column: int, row: int) -> str:
        """See `PlacedPicture`."""
        return erased_cells(column, row, self.cells)

    def discard(self) -> str:
        """Nothing is kept."""
        return ""


def iterm_picture(rgb: npt.NDArray[np.uint8], fitted: Fit) -> ItermPicture:
    """(H, W, 3) uint8 sRGB -> shown at `fitted.size_px`."""
    jpeg = simplejpeg.encode_jpeg(np.ascontiguousarray(rgb), quality=QUALITY, colorspace="RGB", colorsubsampling="444")
    width, height = fitted.size_px
    keys = f"inline=1;size={len(jpeg)};width={width}px;height={height}px;preserveAspectRatio=1;doNotMoveCursor=1"
    return ItermPicture(f"\x1b]1337;File={keys}:{base64.b64encode(jpeg).decode('ascii')}\x07", fitted.cells)
