"""Draws pixels for a terminal: scaled to their box of cells and encoded as it wants them."""

from __future__ import annotations

from typing import Protocol as Interface

import cv2
import numpy as np
import numpy.typing as npt

from assist_cli.pictures.fit import Size, fit_in_cells
from assist_cli.pictures.half_blocks import half_blocks
from assist_cli.pictures.terminal import Terminal

U8 = npt.NDArray[np.uint8]


class Drawing(Interface):
    """A picture that is ready for the terminal."""

    @property
    def cells(self) -> Size:
        """(columns, rows) that it covers."""

    @property
    def size_bytes(self) -> int:
        """What it takes in memory."""


def draw(rgb: U8, box: Size, terminal: Terminal) -> Drawing:
    """(H, W, 3) uint8 sRGB -> as large as fits into `box` (columns, rows)."""
    photo_px = (rgb.shape[1], rgb.shape[0])
    cells = fit_in_cells(photo_px, box, terminal.cell_px)
    return half_blocks(rgb, cells, terminal.colours, only_halves=terminal.only_halves)


def scaled(rgb: U8, size_px: Size) -> U8:
    """(H, W, 3) -> (size_px[1], size_px[0], 3) uint8, averaged down or enlarged smoothly."""
    if (rgb.shape[1], rgb.shape[0]) == size_px:
        return rgb
    grows = size_px[0] > rgb.shape[1]
    return np.asarray(cv2.resize(rgb, size_px, interpolation=cv2.INTER_CUBIC if grows else cv2.INTER_AREA), np.uint8)
