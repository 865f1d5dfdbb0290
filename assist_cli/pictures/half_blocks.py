"""A photo in block characters: for every terminal that knows no pictures. Sharp edges get the block that fits them best."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assist_cli.pictures.block_glyphs import ACROSS, DOWN, EMPTY, GLYPHS, MASKS, SAMPLES
from assist_cli.pictures.cell_picture import CellPicture
from assist_cli.pictures.linear_light import FULL, TO_SRGB, U8, U16, averaged
from assist_cli.pictures.palette_256 import in_palette
from assist_cli.pictures.protocol import Colours

FILLED = MASKS.sum(axis=1, keepdims=True)
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
    count = rows * columns
    light = averaged(rgb, columns * ACROSS, rows * DOWN)
    # sample by sample, each of all cells
    light = light.reshape(rows, DOWN, columns, ACROSS, 3).transpose(1, 3, 0, 2, 4).reshape(SAMPLES, count * 3)
    chosen = np.zeros(count, np.intp) if only_halves else _fitting(TO_SRGB[light].astype(np.float32))
    ink, paper = (TO_SRGB[mean].reshape(rows, columns, 3) for mean in _means(light.astype(np.float32), chosen))
    glyphs = GLYPHS[chosen].reshape(rows, columns)
    if colours is Colours.TRUE:
        return _simplified(glyphs, ink, paper)
    return _simplified(glyphs, *in_palette(ink, paper, grey=colours is Colours.GREY))


def _fitting(seen: F32) -> npt.NDArray[np.intp]:
    """(32, cells * 3) float32 sRGB -> number of the glyph that leaves the least error in each cell.

    Two means explain of a cell's sum of squares what the sums of its two parts, squared over their sizes, are.
    """
    sums = _summed(seen)
    others = seen.sum(axis=0) - sums
    explained = (sums**2 / FILLED + others**2 / (SAMPLES - FILLED)).reshape(len(MASKS), -1, 3).sum(axis=2)
    best = explained.argmax(axis=0)
    gained = explained.max(axis=0) - explained[0]
    return np.where(gained >= WORTH_A_BLOCK**2 * 3 * SAMPLES, best, 0)


def _summed(samples: F32) -> F32:
    """(32, n) -> (15, n) sums of what each glyph fills. Not `@`: with one thread a picture, those of BLAS only wait for each other,
    and a picture takes four times as long."""
    return np.asarray(np.einsum("gs,sn->gn", MASKS, samples), np.float32)


def _means(light: F32, chosen: npt.NDArray[np.intp]) -> tuple[U16, U16]:
    """(32, cells * 3) linear light -> (cells, 3) each: the mean where the chosen glyph is, and where it is not."""
    sums = np.take_along_axis(_summed(light).reshape(len(MASKS), -1, 3), chosen[None, :, None], axis=0)[0]
    others = light.sum(axis=0).reshape(-1, 3) - sums
    filled = FILLED[chosen]
    inside, outside = np.rint(sums / filled), np.rint(others / (SAMPLES - filled))
    return inside.clip(0, FULL).astype(np.uint16), outside.clip(0, FULL).astype(np.uint16)


def _simplified(glyphs: npt.NDArray[np.str_], ink: U8, paper: U8) -> CellPicture:
    same = ink == paper
    alike = same.all(axis=2) if same.ndim == 3 else same
    return CellPicture(np.where(alike, EMPTY, glyphs), ink, paper)
