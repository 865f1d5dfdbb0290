"""How much small patches of a photo vary about their shading: noise where it is smooth, texture too elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import F32, U8

PATCH_PX = 16
"""Two JPEG blocks: 256 pixels give a patch's sigma within 4 % (1 / sqrt(2 n)), and most smooth areas hold one."""
GRID = 32
"""At most 32 x 32 patches: a bounded quarter of a megapixel, however large the photo."""
CODES_KEPT = (16.0, 235.0)
"""Mean code value of every channel: beyond, clipping cuts noise off (the head and foot room of ITU-R BT.601)."""
LUMA_RED_BLUE = np.array(
    [[0.299, 0.587, 0.114], [0.5, -0.418688, -0.081312], [-0.168736, -0.331264, 0.5]],
    np.float32,
)
"""RGB to Y, Cr, Cb (ITU-T T.871, the JPEG file format)."""
SHADING_TERMS = 6
"""A patch's shading is a surface of second degree (1, x, y, xx, xy, yy), which follows skies, skin and bokeh."""


@dataclass(frozen=True, slots=True)
class PatchSigmas:
    """Standard deviation about the shading, (N,) float32 each, in 8-bit code values; of usable patches only."""

    luma: F32
    red_difference: F32
    blue_difference: F32
    cut: int
    """How many patches there were before the clipped ones were left out."""


def measure_patches(rgb: U8) -> PatchSigmas:
    """(H, W, 3) uint8 at native resolution -> sigmas of the usable patches on a fixed grid."""
    strip = _cut(rgb)
    if not len(strip):
        none = np.zeros(0, np.float32)
        return PatchSigmas(none, none, none, cut=0)
    means = cv2.resize(strip, (1, len(strip) // PATCH_PX), interpolation=cv2.INTER_AREA).reshape(-1, 3)
    usable = (means.min(axis=1) >= CODES_KEPT[0]) & (means.max(axis=1) <= CODES_KEPT[1])
    luma, red, blue = (_sigma_about_shading(_plane(strip, weights))[usable] for weights in LUMA_RED_BLUE)
    return PatchSigmas(luma, red, blue, cut=len(usable))


def _cut(rgb: U8) -> F32:
    """(N * 16, 16, 3): patches whose corners lie on an even grid over the whole frame, one below the other."""
    rows, columns = (_starts(length_px) for length_px in rgb.shape[:2])
    if not (len(rows) and len(columns)):
        return np.zeros((0, PATCH_PX, 3), np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(rgb, (PATCH_PX, PATCH_PX, 3))[:, :, 0]
    return windows[np.ix_(rows, columns)].reshape(-1, PATCH_PX, 3).astype(np.float32)


def _starts(length_px: int) -> npt.NDArray[np.int64]:
    count = min(GRID, length_px // PATCH_PX)
    return np.linspace(0, max(0, length_px - PATCH_PX), count).astype(np.int64)


def _plane(strip: F32, weights: F32) -> F32:
    """(N * 16, 16, 3) and the (3,) weights of R, G, B -> (N, 256)."""
    return np.asarray(cv2.transform(strip, weights[None]), np.float32).reshape(-1, PATCH_PX * PATCH_PX)


def _sigma_about_shading(plane: F32) -> F32:
    """(N, 256) -> (N,): root mean square of what the shading does not explain, unbiased."""
    centred = plane - plane.mean(axis=1, keepdims=True)
    explained = centred @ SHADING
    energy = np.einsum("np,np->n", centred, centred) - np.einsum("nk,nk->n", explained, explained)
    return np.asarray(np.sqrt(np.maximum(energy, 0.0) / (PATCH_PX * PATCH_PX - SHADING_TERMS)), np.float32)


def _shading_basis() -> F32:
    across = np.linspace(-1.0, 1.0, PATCH_PX)
    x, y = (axis.ravel() for axis in np.meshgrid(across, across))
    surfaces = np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)
    return np.asarray(np.linalg.qr(surfaces)[0], np.float32)


SHADING = _shading_basis()
"""(256, 6) float32 with orthonormal columns."""
