"""Colour moire: false colours in even stripes where a fine pattern (cloth, a grid, a far roof) was finer than the sensor."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import F32, U8

TILE_PX = 64
"""Native pixels; stripes of moire are 3 to 16 px apart there."""
PERIOD_PX = (3.0, 16.0)
"""Below it JPEG's halved colour keeps nothing, beyond it four stripes do not fit a tile."""
SUSPECTS = 6
"""Tiles looked at: those whose colour changes most from pixel to pixel in a small copy."""
SPACING_PX = 4
"""Of the small copy: how finely suspects are placed."""
PEAK_SHARE = 0.5
"""Share of the colour's change that one frequency makes: a pattern, where leaves and flowers spread over many. A grey grating seen
through a Bayer mosaic gives 0.56 to 0.99, the suspects of 16 camera photos 0.65 at most, and all but three of those under 0.5."""
AMPLITUDE_CODES = 6.0
"""Red against blue; less is not seen as colour."""
COLOUR_OVER_LUMA = 4.0
"""The same stripe is so many times stronger in red against blue than in brightness: the grating gave 12 and more, stripes of camera
photos with such a peak 1.4 at most. Painted stripes, books and fur change both."""
NEUTRAL = 1.0
"""False colours swing about grey: the tile's mean lies no further from it than they swing."""
FINE_CYCLES_PER_PX, FINE_OVER_COLOUR = 0.3, 0.1
"""Brightness holds a pattern this fine, a tenth as strong or more: what the sensor could not resolve has to be there. The grating
gave 0.2 to 0.4; painted stripes give a few hundredths."""
FEWEST_TILES = 2
"""One tile alone may be a printed pattern."""


def moire_tiles(rgb: U8, small: U8) -> int:
    """(H, W, 3) uint8 at native resolution, and a copy of about 512 px -> how many of six suspect tiles show colour moire."""
    if min(rgb.shape[:2]) < TILE_PX:
        return 0
    found = 0
    for top, left in _suspects(rgb, small):
        tile = rgb[top : top + TILE_PX, left : left + TILE_PX]
        found += _is_moire(tile)
    return found


def _suspects(rgb: U8, small: U8) -> list[tuple[int, int]]:
    """Top and left, in native pixels, of the tiles whose colour varies most; they do not overlap."""
    contrast = cv2.absdiff(cv2.extractChannel(small, 0), cv2.extractChannel(small, 2))
    change = cv2.absdiff(contrast, cv2.blur(contrast, (5, 5)))
    cells = (max(1, small.shape[1] // SPACING_PX), max(1, small.shape[0] // SPACING_PX))
    busy = np.asarray(cv2.resize(change, cells, interpolation=cv2.INTER_AREA), np.float32)
    tops, lefts = (_corners(length_px, cells) for length_px, cells in zip(rgb.shape[:2], busy.shape, strict=True))
    corners = []
    for _ in range(SUSPECTS):
        row, column = divmod(int(busy.argmax()), busy.shape[1])
        if busy[row, column] <= 0:
            break
        corners.append((int(tops[row]), int(lefts[column])))
        busy[np.ix_(np.abs(tops - tops[row]) < TILE_PX, np.abs(lefts - lefts[column]) < TILE_PX)] = 0
    return corners


def _corners(length_px: int, cells: int) -> npt.NDArray[np.int64]:
    """(cells,) where the tile around each cell begins, within the frame."""
    middles = (np.arange(cells) + 0.5) / cells * length_px
    return np.clip(middles.astype(np.int64) - TILE_PX // 2, 0, length_px - TILE_PX)


def _is_moire(tile: U8) -> bool:
    red, green, blue = (channel.astype(np.float32) for channel in cv2.split(tile))
    mean, deviation = (float(found.item()) for found in cv2.meanStdDev(red - blue))
    # A sine is sqrt(2) of its deviation high, so these cannot pass below; most tiles need no spectrum.
    if np.sqrt(2.0) * deviation < max(AMPLITUDE_CODES, abs(mean) / NEUTRAL) / 2:
        return False
    colour = _spectrum(red - blue)
    searched = np.where(IN_BAND, colour, 0.0)
    row, column = divmod(int(searched.argmax()), searched.shape[1])
    rows = np.arange(row - 1, row + 2) % TILE_PX
    columns = np.arange(max(0, column - 1), min(TILE_PX // 2, column + 1) + 1)
    around = np.ix_(rows, columns)
    peak, total = float(colour[around].sum()), float(colour[FREQUENCY >= 2.0 / TILE_PX].sum())
    amplitude = float(np.sqrt(peak) * AMPLITUDE_OF_ROOT)
    if amplitude < AMPLITUDE_CODES or peak < PEAK_SHARE * total or abs(mean) > NEUTRAL * amplitude:
        return False
    luma = _spectrum(0.299 * red + 0.587 * green + 0.114 * blue)
    coloured = peak >= COLOUR_OVER_LUMA**2 * float(luma[around].sum())
    return coloured and float(luma[FREQUENCY >= FINE_CYCLES_PER_PX].sum()) >= FINE_OVER_COLOUR**2 * peak


def _spectrum(plane: F32) -> F32:
    """(64, 64) -> (64, 33) power of the windowed plane about its mean."""
    spectrum = cv2.dft((plane - plane.mean()) * WINDOW, flags=cv2.DFT_COMPLEX_OUTPUT)[:, : TILE_PX // 2 + 1]
    return np.asarray(spectrum[..., 0] ** 2 + spectrum[..., 1] ** 2, np.float32)


def _frequencies() -> F32:
    down, across = np.fft.fftfreq(TILE_PX), np.fft.rfftfreq(TILE_PX)
    return np.asarray(np.hypot(down[:, None], across[None]), np.float32)


FREQUENCY = _frequencies()
"""(64, 33) cycles per pixel."""
IN_BAND = (1.0 / PERIOD_PX[1] <= FREQUENCY) & (1.0 / PERIOD_PX[0] >= FREQUENCY)
WINDOW = np.outer(np.hanning(TILE_PX), np.hanning(TILE_PX)).astype(np.float32)
AMPLITUDE_OF_ROOT = 2.0 / float(np.sqrt((WINDOW**2).sum()) * TILE_PX)
"""A sine of amplitude a puts a**2 / 4 * (sum of the squared window) * 64**2 into its peak (Parseval)."""
