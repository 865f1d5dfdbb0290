"""How much small patches of a photo vary about their shading: noise where it is smooth, texture too elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.smooth_places import I64, LUMA_KEPT, PLACE_PX
from scoring.frame import F32, U8

PATCH_PX = PLACE_PX
"""256 pixels give a patch's sigma within 4 % (1 / sqrt(2 n)), and most smooth areas hold one."""
LUMA_RED_BLUE = np.array(
    [[0.299, 0.587, 0.114], [0.5, -0.418688, -0.081312], [-0.168736, -0.331264, 0.5]],
    np.float32,
)
"""RGB to Y, Cr, Cb (ITU-T T.871, the JPEG file format)."""
SHADING_TERMS = 6
"""A patch's shading is a surface of second degree (1, x, y, xx, xy, yy), which follows skies, skin and bokeh."""
ROUNDING = 1.0
"""Energy of a quarter of a patch (64 pixels) below what rounding to 8 bits leaves there (64 / 12)."""
RED_DIFFERENCE_COST = 0.279 / 0.713**2
BLUE_DIFFERENCE_COST = 0.088 / 0.564**2
"""Weight of colour noise beside luma noise: ISO 12232's for R-Y and B-Y, with Cr = 0.713 (R-Y), Cb = 0.564 (B-Y)."""


@dataclass(frozen=True, slots=True)
class PatchSigmas:
    """Of N usable patches, (N,) float32 each, in 8-bit code values; sigmas are standard deviations about the shading."""

    tone: F32
    """Mean luma."""
    luma: F32
    red_difference: F32
    blue_difference: F32
    unevenness: F32
    """Largest over smallest variance of a patch's quarters, in luma: noise is even, texture is not."""
    where: I64
    """Which of the places that were asked for."""

    @property
    def chroma(self) -> F32:
        """Root mean square of both colour differences."""
        return np.asarray(np.hypot(self.red_difference, self.blue_difference) / np.sqrt(2.0), np.float32)

    @property
    def seen(self) -> F32:
        """Luma and colour noise together, as ISO 12232 weighs them."""
        colour = RED_DIFFERENCE_COST * self.red_difference**2 + BLUE_DIFFERENCE_COST * self.blue_difference**2
        return np.asarray(np.sqrt(self.luma**2 + colour), np.float32)

    def at(self, chosen: npt.NDArray[np.bool_]) -> PatchSigmas:
        """Only the chosen of them, by a mask (N,)."""
        return PatchSigmas(
            self.tone[chosen],
            self.luma[chosen],
            self.red_difference[chosen],
            self.blue_difference[chosen],
            self.unevenness[chosen],
            self.where[chosen],
        )


def measure_patches(rgb: U8, rows: I64, columns: I64, side_px: int = PATCH_PX) -> PatchSigmas:
    """Patches of (H, W, 3) uint8 whose upper left corners are given, inside the frame; unusable ones are left out.

    Windows larger than a patch are averaged down to one: so noise looks in a smaller copy of the photo. A patch is
    unusable where green is clipped, or both others are: luma is 59 % green, and one lost channel lowers its sigma by a
    tenth at most.
    """
    strip = _cut(rgb, rows, columns, side_px)
    if not len(strip):
        none = np.zeros(0, np.float32)
        return PatchSigmas(none, none, none, none, none, np.zeros(0, np.int64))
    means = cv2.resize(strip, (1, len(strip) // PATCH_PX), interpolation=cv2.INTER_AREA).reshape(-1, 3)
    inside = (means >= LUMA_KEPT[0]) & (means <= LUMA_KEPT[1])
    usable = inside[:, 1] & (inside[:, 0] | inside[:, 2])
    planes = cv2.split(cv2.transform(strip, LUMA_RED_BLUE))
    grain = [_about_shading(np.asarray(plane, np.float32).reshape(-1, PATCH_PX**2)[usable]) for plane in planes]
    tone = np.asarray(means @ LUMA_RED_BLUE[0], np.float32)[usable]
    luma, red, blue = (_sigma(one) for one in grain)
    return PatchSigmas(tone, luma, red, blue, _unevenness(grain[0]), np.flatnonzero(usable))


def _cut(rgb: U8, rows: I64, columns: I64, side_px: int) -> F32:
    """(N * 16, 16, 3): the patches one below the other, averaged down from windows of `side_px`."""
    if not len(rows):
        return np.zeros((0, PATCH_PX, 3), np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(rgb, (side_px, side_px, 3))[:, :, 0]
    strip = windows[rows, columns].reshape(-1, side_px, 3).astype(np.float32)
    if side_px == PATCH_PX:
        return strip
    size = (PATCH_PX, PATCH_PX * len(rows))
    return np.asarray(cv2.resize(strip, size, interpolation=cv2.INTER_AREA), np.float32)


def _about_shading(plane: F32) -> F32:
    """(N, 256) -> (N, 256): what the shading does not explain."""
    centred = plane - plane.mean(axis=1, keepdims=True)
    return np.asarray(centred - (centred @ SHADING) @ SHADING.T, np.float32)


def _sigma(grain: F32) -> F32:
    """(N, 256) -> (N,): root mean square, unbiased."""
    return np.asarray(np.sqrt(np.einsum("np,np->n", grain, grain) / (PATCH_PX**2 - SHADING_TERMS)), np.float32)


def _unevenness(grain: F32) -> F32:
    quarters = np.square(grain) @ QUARTERS
    return np.asarray(quarters.max(axis=1) / np.maximum(quarters.min(axis=1), ROUNDING), np.float32)


def _shading_basis() -> F32:
    across = np.linspace(-1.0, 1.0, PATCH_PX)
    x, y = (axis.ravel() for axis in np.meshgrid(across, across))
    surfaces = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)
    return np.asarray(np.linalg.qr(surfaces)[0], np.float32)


def _quarters() -> F32:
    row, column = np.divmod(np.arange(PATCH_PX * PATCH_PX), PATCH_PX)
    quarter = 2 * (row // (PATCH_PX // 2)) + column // (PATCH_PX // 2)
    return np.asarray(quarter[:, None] == np.arange(4), np.float32)


SHADING = _shading_basis()
"""(256, 6) float32 with orthonormal columns."""

QUARTERS = _quarters()
"""(256, 4) float32: which pixel lies in which quarter of a patch."""
