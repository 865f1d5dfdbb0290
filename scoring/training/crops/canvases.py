"""A photo with more round it than its photographer wanted: flat, smeared or mirrored ground beyond its borders."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
Box = tuple[float, float, float, float]

MOST_ADDED, SIDE_CHANCE, LEAST_ADDED = 0.5, 0.7, 0.25
"""Up to half of the photo's width or height on a side, on seven sides of ten, a quarter in all at least."""
MOST_BLUR_PX = 40
"""The ground is as soft as things far out of focus; sharp mirrored content would be a thing of its own."""
GRAIN_CODES = 1.5
"""The same all over, so that the border is not told by its missing noise."""
GROUNDS = ("flat", "smeared", "mirrored")
BORDER = {"smeared": cv2.BORDER_REPLICATE, "mirrored": cv2.BORDER_REFLECT_101}


def on_canvas(rgb: U8, rng: np.random.Generator) -> tuple[U8, Box]:
    """(H, W, 3) uint8 -> a larger picture that holds it, and where in it, as left, top, right, bottom in [0, 1]."""
    height, width = rgb.shape[:2]
    added = np.where(rng.random(4) < SIDE_CHANCE, rng.uniform(0.0, MOST_ADDED, 4), 0.0)
    if added.sum() < LEAST_ADDED:
        added[int(rng.integers(4))] = LEAST_ADDED
    left, top, right, bottom = (added * (width, height, width, height)).astype(int).tolist()
    clean = _grounded(rgb, (top, bottom, left, right), rng)
    canvas = np.clip(clean + rng.normal(0.0, GRAIN_CODES, clean.shape), 0.0, 255.0).astype(np.uint8)
    size = np.array([canvas.shape[1], canvas.shape[0]] * 2)
    x0, y0, x1, y1 = (np.array([left, top, left + width, top + height]) / size).tolist()
    return canvas, (x0, y0, x1, y1)


def _grounded(rgb: U8, sides: tuple[int, int, int, int], rng: np.random.Generator) -> npt.NDArray[np.float32]:
    ground = GROUNDS[int(rng.integers(len(GROUNDS)))]
    if ground == "flat":
        colour = [int(code) for code in rgb[: max(1, len(rgb) // 20)].reshape(-1, 3).mean(axis=0)]
        return np.asarray(cv2.copyMakeBorder(rgb, *sides, cv2.BORDER_CONSTANT, value=colour), np.float32)
    wide = np.asarray(cv2.copyMakeBorder(rgb, *sides, BORDER[ground]), np.float32)
    inside = cv2.copyMakeBorder(np.ones(rgb.shape[:2], np.float32), *sides, cv2.BORDER_CONSTANT, value=0.0)
    blur, rim = (2 * int(rng.integers(least, most)) + 1 for least, most in ((10, MOST_BLUR_PX), (2, 12)))
    soft = cv2.blur(cv2.blur(wide, (blur, blur)), (blur, blur))
    share = cv2.blur(np.asarray(inside, np.float32), (rim, rim))[..., None]
    return np.asarray(wide * share + soft * (1.0 - share), np.float32)
