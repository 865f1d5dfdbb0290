"""Where a photo holds fine detail: what the photographer focused on, told from texture by how fine it is and not how strong."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

FINE_PX, COARSE_PX = 1.0, 2.0
"""Two octaves of a picture of 512 px: an edge in focus has as much of the finer one as of the coarser, a blurred one has not."""
AREA_PX = 2.5
"""Detail is an edge or a texture, and so the mean over some pixels."""
QUIET_SHARE, QUIET_TIMES = 0.05, 1.5
"""The quietest twentieth of a picture shows its noise; one and a half times that is no detail (looked at, on 24 photos)."""
LEAST_RATIO = 0.5
"""Finer over coarser from which detail is in focus (looked at, on the same photos)."""
STRONGEST_SHARE = 0.97
"""Detail of this quantile counts in full: stronger is contrast, not focus."""
LEAST_STRONG = 4.0
"""Code values of 255 under which the strongest detail of a picture is noise or nothing: all of it is blurred."""


def fine_detail(rgb: U8) -> F32 | None:
    """(H, W, 3) uint8 sRGB, about 512 px -> (H, W) float32 in [0, 1], 1 = as sharp as anything there; None if nothing is."""
    luma = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.float32)
    fine, coarse = (cv2.GaussianBlur(luma, (0, 0), sigma) for sigma in (FINE_PX, COARSE_PX))
    finer, coarser = _strength(luma - fine), _strength(fine - coarse)
    noise = QUIET_TIMES * float(np.quantile(finer, QUIET_SHARE))
    clean = np.sqrt(np.maximum(finer**2 - noise**2, 0.0))
    strongest = float(np.quantile(clean, STRONGEST_SHARE))
    if strongest < LEAST_STRONG:
        return None
    in_focus = clean > LEAST_RATIO * (coarser + 1.0)
    return np.asarray(np.minimum(clean / strongest, 1.0) * in_focus, np.float32)


def _strength(band: npt.NDArray[np.floating]) -> F32:
    """Root mean square over an area."""
    return np.asarray(np.sqrt(cv2.GaussianBlur(band * band, (0, 0), AREA_PX)), np.float32)
