"""A detail of a photo at 400 %, as it is and with its contrast stretched until the noise is seen."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.assessors.noise_patches import PATCH_PX
from scoring.frame import U8
from scoring.overlays.legend import blank
from scoring.overlays.noise_map import NoiseMap

ENLARGEMENT = 4
WINDOW_PX = 51
"""Pixels along the side of the detail: 204 when enlarged, two of which fill a legend."""
GAP_PX = 12
STRETCHED_SIGMAS, STRETCHED_REACH = 3.0, 90.0
"""Three sigmas of noise are stretched to 90 code values either way."""
STRONGEST = 16.0
"""More would show the rounding to 8 bits."""
SHADING_PX = (2 * PATCH_PX + 1, 2 * PATCH_PX + 1)
"""Broader than this is shading: twice the patch in which noise is measured."""
AS_SMOOTH = 1.3
"""A window up to this much rougher than its middle holds no edge (a patch's own sigma scatters by 4 %, tone does the rest)."""
LEAST_SIGMA = 0.1
"""Drawn areas have no noise at all; this keeps the comparison finite."""


@dataclass(frozen=True)
class Detail:
    """`window`: x0, y0, x1, y1 in the full picture; `sigma`: luma noise of the patch in its middle, in code values."""

    window: tuple[int, int, int, int]
    sigma: float


def noisiest_detail(rgb: U8, found: NoiseMap) -> Detail | None:
    """Around the noisiest smooth patch whose surroundings are as smooth as itself; None if there is none.

    Without such surroundings, where they come closest to it.
    """
    best, best_excess = None, np.inf
    for row, col in sorted(np.argwhere(found.smooth).tolist(), key=lambda at: -found.sigma[at[0], at[1]]):
        detail = Detail(_window(rgb, int(found.left_px[col]), int(found.top_px[row])), float(found.sigma[row, col]))
        excess = _roughness(rgb, detail.window) / max(detail.sigma, LEAST_SIGMA)
        if excess < best_excess:
            best, best_excess = detail, excess
        if excess <= AS_SMOOTH:
            break
    return best


def _window(rgb: U8, left_px: int, top_px: int) -> tuple[int, int, int, int]:
    x, y = (
        int(np.clip(start + PATCH_PX // 2 - WINDOW_PX // 2, 0, max(0, length - WINDOW_PX)))
        for start, length in ((left_px, rgb.shape[1]), (top_px, rgb.shape[0]))
    )
    return x, y, min(x + WINDOW_PX, rgb.shape[1]), min(y + WINDOW_PX, rgb.shape[0])


def _roughness(rgb: U8, window: tuple[int, int, int, int]) -> float:
    """Standard deviation of luma about its shading, in code values."""
    x0, y0, x1, y1 = window
    luma = cv2.cvtColor(np.ascontiguousarray(rgb[y0:y1, x0:x1]), cv2.COLOR_RGB2GRAY).astype(np.float32)
    return float(np.std(luma - cv2.blur(luma, SHADING_PX, borderType=cv2.BORDER_REFLECT)))


def stretch_of(sigma: float) -> float:
    """By how much contrast is raised to show noise of this sigma (code values)."""
    return float(np.clip(STRETCHED_REACH / (STRETCHED_SIGMAS * max(sigma, 1e-6)), 1.0, STRONGEST))


def detail_pair(rgb: U8, window: tuple[int, int, int, int], stretch: float) -> U8:
    """The window at 400 %, and beside it the same about its mean tone with `stretch` times the contrast."""
    x0, y0, x1, y1 = window
    plain = rgb[y0:y1, x0:x1]
    tone = cv2.blur(plain.astype(np.float32), SHADING_PX, borderType=cv2.BORDER_REFLECT)
    raised = np.clip(128.0 + stretch * (plain - tone), 0, 255).astype(np.uint8)
    first, second = (np.repeat(np.repeat(one, ENLARGEMENT, axis=0), ENLARGEMENT, axis=1) for one in (plain, raised))
    return np.concatenate([first, blank(GAP_PX, first.shape[0]), second], axis=1)
