"""Photos in xterm's 256 colours: neighbours mix a colour that is none of them, so that a sky has no steps and skin its tint.

The mixing is Knoll's pattern dithering (US 6,606,166, expired 2019): for each dot the few colours whose mean it is, in order of
their brightness, and an ordered pattern to choose among them.
"""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]

FIRST = 16
"""The first 16 belong to the user's theme and may be any colour (xterm, ctlseqs: 256 colours)."""
CUBE = (0, 95, 135, 175, 215, 255)
GREYS = tuple(range(8, 239, 10))
"""xterm's 256colres.h: 6 x 6 x 6 colours from 16, 24 greys from 232."""
STEP = 8
"""Code values a side of the cubes in which the nearest colour is looked up: finer than the palette by five."""
MIXED = 2
CARRIED = 0.4
"""Colours that a dot's neighbours mix, and the share of what the first one misses that the second makes up for. With more of
either, dots stand out, which are as large as cells. Found by eye on a flower, a red car and a sunset."""
ORDER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])
"""Bayer 1973: the order that keeps dots as far apart as can be."""
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""ITU-R BT.601."""


def in_palette(ink: U8, paper: U8, *, grey: bool = False) -> tuple[U8, U8]:
    """(rows, columns, 3) uint8 sRGB of the upper and lower part of each cell -> (rows, columns) uint8 colour numbers."""
    return _numbers(ink, 0, grey), _numbers(paper, 1, grey)


def colours_of(numbers: U8) -> U8:
    """(...) uint8 colour numbers from 16 on -> (..., 3) uint8 sRGB."""
    return np.asarray(_palette()[numbers], np.uint8)


def _numbers(rgb: U8, part: int, grey: bool) -> U8:
    rows, columns = rgb.shape[:2]
    wanted = rgb.astype(np.float32)
    if grey:
        wanted = np.repeat((wanted @ LUMA)[..., None], 3, axis=2)
    offered = _mix(wanted, _nearest(grey))
    # Each cell is two lines of dots, one in each of its colours.
    pattern = np.tile(ORDER[part::2] * MIXED // ORDER.size, (rows // 2 + 1, columns // 4 + 1))[:rows, :columns]
    return np.asarray(np.take_along_axis(offered, pattern[..., None], axis=2)[..., 0], np.uint8)


def _mix(wanted: npt.NDArray[np.float32], nearest: U8) -> U8:
    """(rows, columns, 3) float32 -> (rows, columns, 8) uint8: numbers of the colours to mix, the darkest first."""
    palette = _palette().astype(np.float32)
    missing = np.zeros_like(wanted)
    numbers = np.empty((*wanted.shape[:2], MIXED), np.uint8)
    for turn in range(MIXED):
        dots = np.clip(wanted + missing * CARRIED, 0, 255).astype(np.uint8) // STEP
        numbers[..., turn] = nearest[dots[..., 0], dots[..., 1], dots[..., 2]]
        missing += wanted - palette[numbers[..., turn]]
    order = np.argsort((palette @ LUMA)[numbers], axis=2)
    return np.asarray(np.take_along_axis(numbers, order, axis=2), np.uint8)


@cache
def _palette() -> U8:
    """(256, 3) uint8; the first 16 are black, and never chosen."""
    cube = np.stack(np.meshgrid(CUBE, CUBE, CUBE, indexing="ij"), axis=-1).reshape(-1, 3)
    greys = np.repeat(np.array(GREYS)[:, None], 3, axis=1)
    return np.concatenate([np.zeros((FIRST, 3), int), cube, greys]).astype(np.uint8)


@cache
def _nearest(grey: bool) -> U8:
    """(32, 32, 32) uint8: the colour number that looks most like the middle of each small cube, by CIELAB distance."""
    middles = (np.indices((256 // STEP,) * 3, np.uint8).reshape(3, -1).T * STEP + STEP // 2).astype(np.uint8)
    palette = _palette()
    allowed = np.array([number for number in range(FIRST, 256) if not grey or len(set(palette[number].tolist())) == 1])
    wanted, offered = _lab(middles), _lab(palette[allowed])
    found = [((part[:, None] - offered) ** 2).sum(axis=2).argmin(axis=1) for part in np.array_split(wanted, 32)]
    return np.asarray(allowed[np.concatenate(found)], np.uint8).reshape((256 // STEP,) * 3)


def _lab(rgb: U8) -> npt.NDArray[np.float32]:
    return np.asarray(cv2.cvtColor(rgb[None].astype(np.float32) / 255.0, cv2.COLOR_RGB2LAB)[0], np.float32)
