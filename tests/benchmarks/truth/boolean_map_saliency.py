"""What the saliency network is measured against, no learning: surroundedness (Boolean maps) and contrast with the borders."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.shrink import shrunk

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

LONG_EDGE_PX = 128
"""Saliency is about whole objects; Zhang & Sclaroff 2013 (Boolean Map Saliency) also work on a small copy."""
THRESHOLD_STEP = 24
"""Spacing of the Boolean maps in 8-bit code values, three times that of Zhang & Sclaroff 2013: four fifths of the time of twice
that, and of 59 named subjects 54 boxes agree (intersection over union of 0.7 and more; 16 camera photos, 150 of BIQ2021)."""
ROUNDING_VARIANCE = 4.0
"""Variance of 8-bit CIELAB codes granted to a border of one colour: rounding and noise of two codes."""
BORDER_SHARE = 0.10
"""Width of the four border strips: Zhang et al. 2015 (MB+) take a tenth of the picture."""
CENTRE_SIGMA = 0.55
"""Spread of the weak centre prior in half diagonals: looks fall off towards the corners (Judd et al. 2009)."""


def boolean_map_saliency(rgb: U8) -> F32:
    """(H, W, 3) uint8 sRGB -> (h, w) float32 in [0, 1], long edge 128 px; 1 = the eye goes there first.

    The mean of Boolean Map Saliency (Zhang & Sclaroff 2013) and the border contrast of MB+ (Zhang et al. 2015),
    times a weak centre prior. It never looks at sharpness, so that a missed focus cannot move the subject.
    """
    lab = _small_lab(rgb)
    attention = _stretched(_surroundedness(lab)) + _stretched(_border_contrast(lab))
    return _stretched(cv2.GaussianBlur(attention, (0, 0), LONG_EDGE_PX / 100) * centre_prior(attention.shape))


def _small_lab(rgb: U8) -> U8:
    scale = LONG_EDGE_PX / max(rgb.shape[:2])
    width, height = max(8, round(rgb.shape[1] * scale)), max(8, round(rgb.shape[0] * scale))
    if width <= rgb.shape[1] and height <= rgb.shape[0]:
        small = shrunk(rgb, width, height)
    else:
        small = np.asarray(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), np.uint8)


def _stretched(plane: npt.NDArray[np.floating]) -> F32:
    """`plane` moved and scaled to [0, 1]; zeros if it is constant."""
    low, high = float(plane.min()), float(plane.max())
    return np.asarray((plane - low) / (high - low) if high > low else np.zeros_like(plane), np.float32)


def _surroundedness(lab: U8) -> F32:
    """Share of the Boolean maps in which a pixel belongs to a region that does not reach the border."""
    planes = np.stack([_stretched(channel.astype(np.float32)) * 255 for channel in cv2.split(lab)])
    thresholds = np.arange(THRESHOLD_STEP // 2, 256, THRESHOLD_STEP, dtype=np.float32)[:, None, None]
    height, width, count = *lab.shape[:2], len(planes) * len(thresholds)
    # All maps in one picture, each with a rim of ones: the rims touch, so that one flood from a corner opens every region
    # that hangs together with its border, and what is left is enclosed.
    framed = np.ones((2 * count, height + 2, width + 2), np.bool_)
    maps = framed[:, 1:-1, 1:-1]
    for plane, above in zip(planes, np.split(maps[:count], len(planes)), strict=True):
        np.greater(plane, thresholds, out=above)
    np.logical_not(maps[:count], out=maps[count:])
    codes = framed.view(np.uint8)
    cv2.floodFill(codes.reshape(-1, width + 2), None, (0, 0), (0,))
    return np.asarray(codes[:, 1:-1, 1:-1].sum(axis=0, dtype=np.uint8), np.float32)


def _border_contrast(lab: U8) -> F32:
    """Mahalanobis distance to each border's colours, the largest of the four left out (a border may hold the subject)."""
    pixels = lab.astype(np.float32)
    depth = max(2, round(BORDER_SHARE * min(pixels.shape[:2])))
    borders = (pixels[:depth], pixels[-depth:], pixels[:, :depth], pixels[:, -depth:])
    stack = np.stack([_stretched(_mahalanobis(pixels, border.reshape(-1, 3))) for border in borders])
    return np.asarray(stack.sum(axis=0) - stack.max(axis=0), np.float32)


def _mahalanobis(pixels: F32, colours: F32) -> F32:
    """(h, w, 3) and (n, 3) -> (h, w): distance of each pixel from the cloud of colours."""
    # Sums of whole codes are exact in double precision, in whatever order: the same photo gives the same map to the last bit.
    codes = colours.astype(np.float64)
    mean = codes.sum(axis=0) / len(codes)
    spread = (codes.T @ codes - len(codes) * np.outer(mean, mean)) / (len(codes) - 1) + np.eye(3) * ROUNDING_VARIANCE
    whitening = np.linalg.cholesky(np.linalg.inv(spread)).T
    whitened = cv2.transform(pixels, np.column_stack([whitening, -whitening @ mean]).astype(np.float32))
    # Not by cv2.magnitude, whose last bit depends on where in memory a plane lies.
    return np.asarray(cv2.sqrt(cv2.transform(whitened * whitened, np.ones((1, 3), np.float32))), np.float32)


def centre_prior(shape: tuple[int, ...]) -> F32:
    rows = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None]
    cols = np.linspace(-1, 1, shape[1], dtype=np.float32)[None, :]
    return np.asarray(np.exp(-(rows**2 + cols**2) / 2 / (2 * CENTRE_SIGMA**2)), np.float32)
