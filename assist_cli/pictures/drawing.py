"""Draws pixels for a terminal: scaled to their box of cells and encoded as it wants them."""

from __future__ import annotations

from math import sqrt
from typing import Protocol as Interface

import cv2
import numpy as np
import numpy.typing as npt

from assist_cli.pictures.fit import Size, fit, fit_in_cells
from assist_cli.pictures.half_blocks import half_blocks
from assist_cli.pictures.iterm2 import iterm_picture
from assist_cli.pictures.kitty import kitty_picture
from assist_cli.pictures.protocol import Protocol
from assist_cli.pictures.terminal import Terminal

U8 = npt.NDArray[np.uint8]

REMOTE_PIXELS = 500_000
"""866 x 577 as PNG are about 1 MB of text: a sixth of a second at 50 Mbit/s."""
COARSE = 4
"""From so many times on, a sixel picture is enlarged by whole pixels, in a fraction of the time: a draft, which looks like one."""


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
    fitted = fit(photo_px, box, terminal.cell_px)
    match terminal.protocol:
        case Protocol.KITTY:
            return kitty_picture(scaled(rgb, _sent_px(photo_px, fitted.size_px, terminal)), fitted, box, terminal)
        case Protocol.ITERM:
            return iterm_picture(scaled(rgb, _sent_px(photo_px, fitted.size_px, terminal)), fitted)
        case Protocol.SIXEL:
            from assist_cli.pictures.sixel import sixel_picture  # late: it needs Pillow, and others need it not

            coarse = photo_px[0] * COARSE <= fitted.size_px[0]
            return sixel_picture(rgb if coarse else scaled(rgb, fitted.size_px), fitted)
        case Protocol.HALF:
            cells = fit_in_cells(photo_px, box, terminal.cell_px)
            return half_blocks(rgb, cells, terminal.colours, only_halves=terminal.only_halves)
        case Protocol.NONE:
            raise ValueError("this terminal is to show no pictures")


def _sent_px(photo_px: Size, shown_px: Size, terminal: Terminal) -> Size:
    """No more than the photo has, and over a line no more than can follow a person's keys: the terminal enlarges it again."""
    size_px = photo_px if photo_px[0] < shown_px[0] else shown_px
    share = sqrt(REMOTE_PIXELS / (size_px[0] * size_px[1]))
    if not terminal.is_remote or share >= 1.0:
        return size_px
    return max(1, round(size_px[0] * share)), max(1, round(size_px[1] * share))


def scaled(rgb: U8, size_px: Size) -> U8:
    """(H, W, 3) -> (size_px[1], size_px[0], 3) uint8, averaged down or enlarged smoothly."""
    if (rgb.shape[1], rgb.shape[0]) == size_px:
        return rgb
    grows = size_px[0] > rgb.shape[1]
    return np.asarray(cv2.resize(rgb, size_px, interpolation=cv2.INTER_CUBIC if grows else cv2.INTER_AREA), np.uint8)
