"""How much fine detail each part of a photo holds, octave by octave: measured once, read by focus and sharpness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from scoring.quantile import median, quantiles
from scoring.ramp import ramp

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]
Edges = npt.NDArray[np.intp]

OCTAVES = 5
"""Native resolution and four halvings: a blur of 8 px (issue "Score a folder") is half a pixel in the coarsest."""
BLOCKS_ALONG_LONG_EDGE = 12
"""12 x 8 blocks at 3:2, 12 x 9 at 4:3: the "about 100 blocks" of S-Blur (NTIA NRMetricFramework), kept square."""
TILES_PER_BLOCK_SIDE = 4
"""48 x 32 tiles at 3:2: 73 px in 9 megapixels, 125 px in 24, the size of an eye in a half-length portrait."""
SMALLEST_TILE_PX = 32
"""Two pixels in the coarsest octave (2 x 2**4): below that its energy is no measurement."""
TOP_SHARE = 0.05
"""S-Blur reads the strongest 5 % of a block's pixels (NTIA NRMetricFramework)."""
HIGH_PASS_SIZE_PX = (5, 5)
"""S-Blur's high pass is |I - G * I| with a 5 x 5 Gaussian of sigma 1 (NTIA NRMetricFramework); ours is the binomial
(1 4 6 4 1) / 16 of the halvings, whose sigma is 1 too."""
SAMPLED_EDGE = 500
"""A level twice as large is read on an even grid with 500 to 1,000 samples along its short edge: 270 and more in a tile. Content
that moves under it by a few pixels then moves sharpness by at most 0.02 and a region's peak by 0.03 (7 camera photos, 8 shifts
each); four times the samples leave 0.02 and 0.02, half of them give 0.02 and 0.06."""
CONTRAST_OCTAVE = 2
"""A quarter of the size: noise is down to about a tenth (5-tap binomial, twice), edges keep their contrast."""
TOP_ROWS = 300
"""A block's strongest 5 % are read in at most 600 lines: 25 samples and more in each of the hundred blocks, of which ten count."""
TOP_OCTAVES = 4
"""S-Blur is read down to an eighth of the size; coarser, a block has too few pixels for a strongest 5 %."""
FLAT_SHARE = 0.10
"""The flattest tenth of the unclipped tiles shows the noise (after Liu, Tanaka & Okutomi 2013, weak-texture patches)."""
NOISE_RATIO = (1.0, 0.6)
"""Energy of the second octave over the first from which the flattest tiles are no noise, and under which they are all noise:
white noise gives 0.075 (5-tap binomial), camera JPEGs 0.2 to 0.6 in plain sky, an edge or an even texture over 1."""
NOISE_REACH = 4.0
"""A tile whose mean lies closer than this many rms of its own detail to black or white has lost noise to clipping."""


@dataclass(frozen=True)
class Detail:
    """Detail of one photo by octave (0 = native), tile and block.

    `energy`: (OCTAVES, rows, cols), mean square of the high pass, in squared 8-bit code values, noise included.
    `noise_energy`: (OCTAVES,), the same for the flattest tiles: what noise alone gives.
    `block_top`: (TOP_OCTAVES, block_rows, block_cols), mean of the strongest 5 % of |high pass|, in code values.
    `block_range`: (block_rows, block_cols), largest minus smallest code value, at a quarter of the size.
    """

    energy: F64
    noise_energy: F64
    block_top: F64
    block_range: F64


def halvings(luma: U8) -> tuple[U8, ...]:
    """(H, W) uint8 luma -> itself and four binomial halvings (Burt & Adelson 1983), each (ceil(h/2), ceil(w/2)) of the last."""
    levels = [luma]
    while len(levels) < OCTAVES:
        levels.append(np.asarray(cv2.pyrDown(levels[-1]), np.uint8))
    return tuple(levels)


def measure_detail(levels: tuple[U8, ...]) -> Detail:
    """`halvings` of a luma -> its `Detail`. It keeps a few MB for any size of picture: large octaves are sampled."""
    rows, cols, side = _grid(levels[0].shape)
    energies, counts = [], []
    for octave, high_pass in enumerate(_high_passes(levels)):
        energies.append(_tile_mean_square(high_pass, rows * side, cols * side))
        if octave < TOP_OCTAVES:
            counts.append(_block_counts(high_pass, rows, cols))
    energy = np.stack(energies)
    mean = cv2.resize(levels[-1], (cols * side, rows * side), interpolation=cv2.INTER_AREA).astype(np.float64)
    # Contrast is read two octaves down, where pixel noise and hot pixels have averaged out.
    contrast = _block_range(levels[CONTRAST_OCTAVE], rows, cols)
    return Detail(energy, _noise_energy(energy, mean), _mean_of_top(np.stack(counts)), contrast)


def _high_passes(levels: tuple[U8, ...]) -> Iterator[U8]:
    """|I - G * I| of each level: of every pixel, or on a grid where it is large.

    A halving is already G * I at every second pixel, so that a large level costs one look at a part of it.
    """
    gathered: tuple[int, U8] = (1, levels[0])
    for level, halved in pairwise(levels):
        step = min(halved.shape) // SAMPLED_EDGE
        if not step:
            yield _high_pass(level)
            continue
        # What one octave took for its mean is often what the next one looks at.
        seen = gathered[1] if gathered[0] == 2 * step else np.ascontiguousarray(level[:: 2 * step, :: 2 * step])
        gathered = (step, np.ascontiguousarray(halved[::step, ::step]))
        yield np.asarray(cv2.absdiff(seen, gathered[1]), np.uint8)
    yield _high_pass(levels[-1])


def _high_pass(level: U8) -> U8:
    return np.asarray(cv2.absdiff(level, cv2.GaussianBlur(level, HIGH_PASS_SIZE_PX, 0)), np.uint8)


def _grid(shape: tuple[int, ...]) -> tuple[int, int, int]:
    """Block rows, block columns and tiles along a block's side for a picture of this shape."""
    long_px, short_px = max(shape), min(shape)
    along = max(1, min(BLOCKS_ALONG_LONG_EDGE, long_px // SMALLEST_TILE_PX))
    block_px = long_px / along
    across = max(1, round(short_px / block_px))
    side = max(1, min(TILES_PER_BLOCK_SIDE, int(min(block_px, short_px / across)) // SMALLEST_TILE_PX))
    rows, cols = (across, along) if shape[1] >= shape[0] else (along, across)
    return rows, cols, side


@lru_cache(maxsize=64)
def _edges(length: int, parts: int) -> Edges:
    """(parts + 1,) where each part begins, and the last ends; nobody writes into it."""
    return np.linspace(0, length, parts + 1).astype(np.intp)


def _tile_mean_square(high_pass: U8, rows: int, cols: int) -> F64:
    """(rows, cols) mean of the squared samples in each tile."""
    down, right = _edges(high_pass.shape[0], rows), _edges(high_pass.shape[1], cols)
    # The integral picture of the squares is half as dear as a sum per strip of tiles.
    squares = np.asarray(cv2.integral2(high_pass, sqdepth=cv2.CV_64F)[1], np.float64)[np.ix_(down, right)]
    sums = np.diff(np.diff(squares, axis=0), axis=1)
    return np.asarray(sums / np.outer(np.diff(down), np.diff(right)), np.float64)


def _block_counts(high_pass: U8, rows: int, cols: int) -> F32:
    """(rows, cols, 256) how often each code value occurs in each block, from 255 down to 0."""
    falling = np.asarray(cv2.bitwise_not(high_pass[:: max(1, high_pass.shape[0] // TOP_ROWS)]), np.uint8)
    block = _block_of_sample(falling.shape[0], falling.shape[1], rows, cols)
    sizes, ranges = [rows * cols, 256], [0, rows * cols, 0, 256]
    return np.asarray(cv2.calcHist([block, falling], [0, 1], None, sizes, ranges), np.float32).reshape(rows, cols, 256)


@lru_cache(maxsize=16)
def _block_of_sample(height: int, width: int, rows: int, cols: int) -> U8:
    """(height, width): the number of the block that each sample lies in; the photos of a shoot have few shapes."""
    row = np.repeat(np.arange(rows, dtype=np.uint8), np.diff(_edges(height, rows)))
    col = np.repeat(np.arange(cols, dtype=np.uint8), np.diff(_edges(width, cols)))
    return row[:, None] * np.uint8(cols) + col


def _mean_of_top(counts: F32) -> F64:
    """(..., 256) how often each code value occurs, from 255 down -> (...) mean of the largest `TOP_SHARE` of the values."""
    wanted = TOP_SHARE * counts.sum(axis=-1, keepdims=True)
    reached = np.minimum(np.cumsum(counts, axis=-1), wanted)
    # A value v is passed by v of the partial sums, so that these add up to the sum of the values.
    return np.asarray(reached[..., :-1].sum(axis=-1) / wanted[..., 0], np.float64)


def _block_range(luma: U8, rows: int, cols: int) -> F64:
    down, right = _edges(luma.shape[0], rows), _edges(luma.shape[1], cols)
    strips = [luma[top:stop] for top, stop in pairwise(down.tolist())]
    high = np.maximum.reduceat(np.stack([strip.max(axis=0) for strip in strips]), right[:-1], axis=1)
    low = np.minimum.reduceat(np.stack([strip.min(axis=0) for strip in strips]), right[:-1], axis=1)
    return high.astype(np.float64) - low


def _noise_energy(energy: F64, mean: F64) -> F64:
    """Median energy of the flattest unclipped tiles, an octave each, as far as it looks like noise; zeros if all is clipped."""
    reach = 2.0 + NOISE_REACH * np.sqrt(energy[0])
    usable = (mean > reach) & (mean < 255.0 - reach)
    if not usable.any():
        return np.zeros(len(energy))
    inside = energy[:, usable]
    fine = inside[0] + inside[1]
    flat = fine <= quantiles(fine, FLAT_SHARE)[0]
    found = np.array([median(octave) for octave in inside[:, flat]])
    return np.asarray(found * ramp(float(found[1]) / max(float(found[0]), 1e-9), NOISE_RATIO), np.float64)
