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
SCENE_SHARE, USUAL_RANGE = 0.15, 140.0
"""How far a usual contrast stands for a block's own, which a long movement thins out as it thins the detail: with its own alone a
movement of 40 px would count as sharper than one of 20. Of 0 to 0.25, the least that puts all movements and discs of one half of
the camera test photos in order, and all but 2 in 135 of BIQ2021's; of the other halves all, and all but 1. With 140 the in-focus
photos keep their values."""
SCALE = np.array([0.064, 0.085, 0.085, 0.085])
"""S-Blur per octave at which an octave counts 1 - 1/e = 63 %: about the least of the in-focus photos among 16 cameras
(0.05 to 0.33)."""
SHARE = np.array([0.5, 0.25, 0.15, 0.1])
"""Native detail weighs half; the halvings keep strong blurs in order, where nothing native is left."""


def judged_blocks(detail: Detail) -> Mask:
    """(block_rows, block_cols) bool: blocks with contrast enough, over their noise, to show an edge."""
    return np.asarray(detail.block_range >= max(LEAST_RANGE, RANGE_OVER_NOISE * float(_noise_top(detail)[0])), np.bool_)


def s_blur(detail: Detail) -> F64 | None:
    """(TOP_OCTAVES,) S-Blur of each octave, 0 = all blur, about 0.3 = pixel-sharp edges everywhere; None without edges to judge."""
    judged = judged_blocks(detail)
    if judged.sum() < FEWEST_BLOCKS:
        return None
    floor = np.maximum(_noise_top(detail), ROUNDING_TOP)[:, None]
    clean = np.sqrt(np.maximum(detail.block_top[:, judged] ** 2 - floor**2, 0.0))
    return _of_best(clean, detail.block_range[judged] ** (1.0 - SCENE_SHARE) * USUAL_RANGE**SCENE_SHARE)


def crispness(octaves: F64) -> float:
    """(TOP_OCTAVES,) S-Blur -> how crisp the crispest areas are, in [0, 1)."""
    return float(SHARE @ (1.0 - np.exp(-octaves / SCALE)))


def _of_best(clean: F64, contrast: F64) -> F64:
    """(TOP_OCTAVES, N) detail and (N,) contrast of blocks -> their ratio over the best tenth, summed before dividing.

    So a block counts with its contrast, and one block more or less, or at the edge of being judged, moves little.
    """
    order = np.argsort(-clean / contrast, axis=1)
    blocks = clean.shape[1]
    taken = np.clip(max(FEWEST_BLOCKS, BEST_SHARE * blocks) - np.arange(blocks), 0.0, 1.0)
    best = np.take_along_axis(clean, order, axis=1) @ taken
    return np.asarray(best / (contrast[order] @ taken), np.float64)


def _noise_top(detail: Detail) -> F64:
    """(TOP_OCTAVES,) what noise alone gives as the mean of a block's strongest 5 %."""
    return np.asarray(NOISE_MARGIN * TOP_OVER_RMS * np.sqrt(detail.noise_energy[:TOP_OCTAVES]), np.float64)
