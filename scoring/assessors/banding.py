"""Banding: gradients that have broken into steps of several code values, as contours in a sky."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import F32, U8

SAMPLES = 32
"""A tile is 32 x 32 samples ..."""
SPACING_PX = 6
"""... six pixels apart: 192 px of a picture of 1,024, so that a slow sky climbs by several steps in it."""
GRID = (7, 10)
"""70 tiles, evenly over the frame; neighbours overlap."""
CLIMB_CODES = (6.0, 80.0)
"""What a tile's gradient must climb to show steps, and beyond which it holds the edge of a thing."""
CLIMB_TO_REST = 7.0
"""The climb is so many times the rms about a smooth surface. Three steps leave a rest of 1 / 10.4 of it (a third over the root of
12), one edge a third to a quarter: one edge is no gradient."""
LOOK_CODES = 3.0
"""Two samples so far apart that an unbroken gradient climbs by three codes: alike within one they are seldom. With grain of any
strength 30 % are at most (a normal difference with mean 3)."""
ALIKE_SHARE = 0.45
"""Share of such pairs that are alike: steps of six codes and more, 42 greys in all; plain to see in a sky."""
JUMP_CODES, CROWDED = 2, 0.4
"""Ground lies between steps: of the jumps from one sample to the next at most so many follow at once on another. A blurred edge
climbs through all of its samples."""
CLIPPED_CODES, MOST_CLIPPED = (5, 250), 0.05
"""A gradient that runs into black or white stands still there for another reason (limits of P-IEANet V2's rules, NeurIPS 2024)."""
SURFACE_TERMS = 6
"""A surface of second degree: skies are brightest somewhere."""


@dataclass(frozen=True, slots=True)
class Banding:
    """How many of the sampled parts of a photo are gradients, and how many of them are broken."""

    gradients: int
    broken: int
    tiles: int

    @property
    def fraction(self) -> float:
        """Share of the frame that shows bands."""
        return self.broken / self.tiles if self.tiles else 0.0


def measure_banding(rgb: U8) -> Banding:
    """(h, w, 3) uint8 sRGB with a long edge of about 1,024 px -> its gradients, whole and broken."""
    tiles = _tiles(np.asarray(cv2.cvtColor(rgb[::SPACING_PX, ::SPACING_PX], cv2.COLOR_RGB2GRAY), np.uint8))
    if not len(tiles):
        return Banding(0, 0, 0)
    flat = tiles.reshape(len(tiles), -1).astype(np.float32)
    terms = flat @ SURFACE
    energy = np.einsum("np,np->n", flat, flat) - np.einsum("nk,nk->n", terms, terms)
    rest = np.sqrt(np.maximum(energy, 0.0) / (SAMPLES * SAMPLES - SURFACE_TERMS))
    # The second and third column of the basis are x and y: what the tile climbs from one side to the other.
    climb = terms[:, 1:3] * (SURFACE[-1, 1:3] - SURFACE[0, 1:3])
    most = np.abs(climb).max(axis=1)
    gradients = np.flatnonzero((most >= CLIMB_CODES[0]) & (most <= CLIMB_CODES[1]) & (most >= CLIMB_TO_REST * rest))
    broken = sum(_is_broken(tiles[tile], climb[tile]) for tile in gradients)
    return Banding(len(gradients), int(broken), len(tiles))


def _tiles(sampled: U8) -> U8:
    rows, columns = (
        np.linspace(0, length - SAMPLES, count).astype(np.intp) if length >= SAMPLES else np.zeros(0, np.intp)
        for length, count in zip(sampled.shape, GRID, strict=True)
    )
    if not (len(rows) and len(columns)):
        return np.zeros((0, SAMPLES, SAMPLES), np.uint8)
    windows = np.lib.stride_tricks.sliding_window_view(sampled, (SAMPLES, SAMPLES))
    return windows[np.ix_(rows, columns)].reshape(-1, SAMPLES, SAMPLES)


def _is_broken(tile: U8, climb: F32) -> bool:
    """Whether samples of this gradient stand still where it should have climbed."""
    along_x = abs(climb[0]) >= abs(climb[1])
    clipped = (tile <= CLIPPED_CODES[0]) | (tile >= CLIPPED_CODES[1])
    if np.count_nonzero(clipped) > MOST_CLIPPED * tile.size:
        return False
    lines = (tile if along_x else tile.T).astype(np.int16)
    lag = int(np.ceil(LOOK_CODES * SAMPLES / max(abs(climb[0]), abs(climb[1]))))
    rise = np.abs(lines[:, lag:] - lines[:, :-lag])
    jumps = np.abs(np.diff(lines, axis=1)) >= JUMP_CODES
    crowded = np.count_nonzero(jumps[:, 1:] & jumps[:, :-1]) > CROWDED * np.count_nonzero(jumps)
    return not crowded and bool(np.count_nonzero(rise <= 1) >= ALIKE_SHARE * rise.size)


def _surface_basis() -> npt.NDArray[np.float32]:
    across = np.linspace(-1.0, 1.0, SAMPLES)
    y, x = (axis.ravel() for axis in np.meshgrid(across, across, indexing="ij"))
    surfaces = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)
    return np.asarray(np.linalg.qr(surfaces)[0], np.float32)


SURFACE = _surface_basis()
"""(1024, 6) float32 with orthonormal columns."""
