"""How well focused a photo is, as one number that falls with every blur and never jumps with the verdict."""

from __future__ import annotations

import math

from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_verdict import CLEARLY_SOFT_PEAK, SOFT_PEAK, plain_strength
from scoring.ramp import ramp

VALUE_START, VALUE_SCALE = 0.05, 0.25
"""1 - exp(-(sharpness - start) / scale): an 8 px blur (0.07 to 0.16) gives under 0.35, a lone sharp edge (0.38) 0.73."""
SUSPECTED, CERTAIN = 0.5, 0.875
"""Of the strength from which a movement is plain: where it begins to cost, and where it costs all. In-focus photos of 16 cameras
reach 0.6 of it at most. On half of them, moved by up to 40 px along three directions, and on 45 photos of BIQ2021, starts from 0.44
to 0.56 and ends from 0.75 to 0.94 keep equally many in order; on the other half 0.44 to 0.5 and 0.75 to 0.88 do, and these cost
in-focus photos least."""


def focus_value(findings: Findings) -> float:
    """In [0, 1], 1 = the target, or what is sharpest, is pixel-sharp.

    Sharpness is a share of fine detail in all detail. A long movement takes both, along one direction, and leaves the share as it
    is; what it leaves of the contrast of whole blocks (S-Blur) keeps falling. So that counts as far as the photo is blurred.
    """
    share = findings.target_weight / 2
    sharpness = (1.0 - share) * findings.region.peak + share * findings.target_sharpness
    left = 1.0 - math.exp(-max(0.0, sharpness - VALUE_START) / VALUE_SCALE)
    return left * (1.0 - blurred(findings) * (1.0 - findings.crispness))


def blurred(findings: Findings) -> float:
    """How plainly even the sharpest parts are smeared or soft, in [0, 1]."""
    plain = plain_strength(findings.exposure_time_s)
    smeared = ramp(findings.motions.smear, (SUSPECTED * plain, CERTAIN * plain))
    # Each edge of one outline has one direction, so that a moon in focus looks smeared along another without having moved.
    smeared *= 1.0 - findings.sharp_outline
    return max(smeared, ramp(findings.region.peak, (SOFT_PEAK, CLEARLY_SOFT_PEAK)))
