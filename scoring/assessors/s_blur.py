"""S-Blur: how sharp are the sharpest areas of a photo, octave by octave (NTIA NRMetricFramework, public domain)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.detail import TOP_OCTAVES, Detail

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

BEST_SHARE = 0.10
"""S-Blur takes the mean of the best tenth of the blocks (NTIA NRMetricFramework)."""
FEWEST_BLOCKS = 3
"""Fewer blocks with contrast are no evidence: a lone speck or a clipped corner can fill two."""
LEAST_RANGE = 24.0
"""Contrast in 8-bit code values below which a block holds no edge to judge: fog and sky of the camera test photos stay
under 20. S-Blur's low-level guard, in our own units."""
TOP_OVER_RMS = 2.338
"""Mean of the strongest 5 % of |x| for Gaussian noise of rms 1: 2 * pdf(1.96) / 0.05."""
NOISE_MARGIN = 1.25
"""Noise varies with brightness over a photo; a quarter more than in its flattest tiles is taken off."""
ROUNDING_TOP = 1.0
"""8-bit rounding alone lifts the strongest 5 % of the high pass to one code value."""
RANGE_OVER_NOISE = 3.0
"""A block whose contrast is under three times its noise's strongest 5 % holds mostly noise."""


def judged_blocks(detail: Detail) -> Mask:
    """(block_rows, block_cols) bool: blocks with contrast enough, over their noise, to show an edge."""
    return np.asarray(detail.block_range >= max(LEAST_RANGE, RANGE_OVER_NOISE * float(_noise_top(detail)[0])), np.bool_)


def s_blur(detail: Detail) -> F64 | None:
    """(TOP_OCTAVES,) S-Blur of each octave, 0 = all blur, about 0.3 = pixel-sharp edges everywhere; None without edges to judge."""
    judged = judged_blocks(detail)
    count = int(judged.sum())
    if count < FEWEST_BLOCKS:
        return None
    floor = np.maximum(_noise_top(detail), ROUNDING_TOP)[:, None]
    clean = np.sqrt(np.maximum(detail.block_top[:, judged] ** 2 - floor**2, 0.0))
    ratio = np.sort(clean / detail.block_range[judged], axis=1)
    best = max(FEWEST_BLOCKS, round(BEST_SHARE * count))
    return np.asarray(ratio[:, -best:].mean(axis=1), np.float64)


def _noise_top(detail: Detail) -> F64:
    """(TOP_OCTAVES,) what noise alone gives as the mean of a block's strongest 5 %."""
    return np.asarray(NOISE_MARGIN * TOP_OVER_RMS * np.sqrt(detail.noise_energy[:TOP_OCTAVES]), np.float64)
