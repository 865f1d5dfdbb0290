"""A photo in block characters: for every terminal that knows no pictures. Sharp edges get the block that fits them best."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assist_cli.pictures.block_glyphs import ACROSS, DOWN, EMPTY, GLYPHS, MASKS, SAMPLES
from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.linear_light import TO_SRGB, U8, averaged
from assist_cli.pictures.palette_256 import in_palette
from assist_cli.pictures.protocol import Colours

F32 = npt.NDArray[np.float32]

WORTH_A_BLOCK = 4.0
"""Code values: another block than ▀ must bring the cell nearer to the photo by this much (root of the mean square), lest noise
draws stairs into a sky. Found by eye on 16 camera photos."""


def half_blocks(
    rgb: U8, cells: tuple[int, int], colours: Colours = Colours.TRUE, *, only_halves: bool = False
) -> CellPicture:
    """(H, W, 3) uint8 sRGB -> a picture of (columns, rows) cells, which it fills: choose them in the photo's shape.

    `only_halves`: for typefaces without quarter blocks, as the Linux console's.
    """
    columns, rows = cells
    light = averaged(rgb, columns * ACROSS, rows * DOWN)
    # cell by cell, samples before channels
    light = light.reshape(rows, DOWN, columns, ACROSS, 3).transpose(0, 2, 1, 3, 4).reshape(rows * columns, SAMPLES, 3)
    chosen = np.zeros(len(light), np.intp) if only_halves else _fitting(TO_SRGB[light].astype(np.float32))
    ink, paper = (
        TO_SRGB[_mean(light, shown)].reshape(rows, columns, 3) for shown in (MASKS[chosen], 1.0 - MASKS[chosen])
    )
    glyphs = GLYPHS[chosen].reshape(rows, columns)
    if colours is Colours.TRUE:
        return _simplified(glyphs, ink, paper)
    return _simplified(glyphs, *in_palette(ink, paper, grey=colours is Colours.GREY))


def _fitting(seen: F32) -> npt.NDArray[np.intp]:
    """(cells, 32, 3) float32 sRGB -> number of the glyph that leaves the least error in each cell.

    Two means explain of a cell's sum of squares what the sums of its two parts, squared over their sizes, are.
    """
    sums = np.matmul(MASKS, seen)
    all_of_it = seen.sum(axis=1, keepdims=True)
    filled = MASKS.sum(axis=1)[None, :, None]
    explained = (sums**2 / filled + (all_of_it - sums) ** 2 / (SAMPLES - filled)).sum(axis=2)
    best = explained.argmax(axis=1)
    gained = np.take_along_axis(explained, best[:, None], axis=1)[:, 0] - explained[:, 0]
    return np.where(gained >= WORTH_A_BLOCK**2 * 3 * SAMPLES, best, 0)


def _mean(light: npt.NDArray[np.uint16], weights: F32) -> npt.NDArray[np.uint16]:
    """(cells, 32, 3), (cells, 32) -> (cells, 3): the mean of what is seen, in linear light."""
    total = np.matmul(weights[:, None, :], light.astype(np.float32))[:, 0, :]
    return np.rint(total / weights.sum(axis=1, keepdims=True)).astype(np.uint16)


def _simplified(glyphs: npt.NDArray[np.str_], ink: U8, paper: U8) -> CellPicture:
    same = ink == paper
    alike = same.all(axis=2) if same.ndim == 3 else same
    return CellPicture(np.where(alike, EMPTY, glyphs), ink, paper)
