"""The artefacts of one photo, each measured by its own room, and what each leaves of the value."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from scoring.assessors.banding import Banding, measure_banding
from scoring.assessors.dust import Spot, dust_spots
from scoring.assessors.jpeg_blocking import Blocking, measure_blocking
from scoring.assessors.moire import FEWEST_TILES, moire_tiles
from scoring.assessors.purple_fringe import Fringe, measure_fringe
from scoring.assessors.reduced_picture import is_reduced
from scoring.frame import U8, Frame
from scoring.ramp import ramp

BLOCKING_START, BLOCKING_SCALE, BLOCKING_CURVE, BLOCKING_COST = 0.45, 2.2, 1.7, 0.8
"""`Blocking.seen` from where blocks begin to show, how much more leaves 1/e, and how slowly they begin. Camera photos as they come
measure 0.4 at most; at JPEG quality 60 0.5 to 1.5, at 15 1.8 and more, a dog in grass like a smooth sky. With the ratio alone
leaves and grass hid the quality down to 15. Scales from 2 to 2.4 and curves from 1.3 to 1.7 all put both halves of the photos in
order, and twice as many of 90 photos of BIQ2021 as the ratio alone; this one accuses least and still calls quality 15 strong."""
BLOCKING_STEP = (0.5, 1.2)
"""Codes: lower steps nobody sees, however much they stand out in a dark photo. Of 112 dark ones of BIQ2021 one is accused."""
BANDING_SHARE, BANDING_COST = (0.02, 0.25), 0.5
FEWEST_BROKEN = 3
"""Parts of the frame: in fewer it may be an accident (of 900 BIQ2021 photos none has one)."""
MOIRE_COST = 0.3
FRINGE_SHARE, FRINGE_COST = (0.2, 0.7), 0.3
"""Share of the edges looked at; the camera photos have none."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was measured; None where these pixels cannot show it."""

    blocking: Blocking | None
    banding: Banding
    moire_tiles: int | None
    fringe: Fringe | None
    spots: list[Spot]

    @property
    def parts(self) -> dict[str, float]:
        """What each artefact leaves of the value, in [0, 1]."""
        return {
            "blocking": 1.0 - BLOCKING_COST * self._blocking(),
            "banding": 1.0 - BANDING_COST * self._banding(),
            "moire": 1.0 - MOIRE_COST * float((self.moire_tiles or 0) >= FEWEST_TILES),
            "purple_fringe": 1.0 - FRINGE_COST * (ramp(self.fringe.share, FRINGE_SHARE) if self.fringe else 0.0),
        }

    def _blocking(self) -> float:
        if self.blocking is None or not self.blocking.sure:
            return 0.0
        seen = max(0.0, self.blocking.seen - BLOCKING_START) / BLOCKING_SCALE
        return (1.0 - math.exp(-(seen**BLOCKING_CURVE))) * ramp(self.blocking.step, BLOCKING_STEP)

    def _banding(self) -> float:
        return ramp(self.banding.fraction, BANDING_SHARE) if self.banding.broken >= FEWEST_BROKEN else 0.0


def measure_artefacts(frame: Frame) -> Findings:
    """Everything at its own resolution: blocks, moire and fringes at native pixels, bands and spots at screen size."""
    native = not is_reduced(frame)
    small = frame.small
    return Findings(
        measure_blocking(frame.luma),
        measure_banding(frame.working),
        moire_tiles(frame.rgb, small) if native else None,
        measure_fringe(frame.rgb, small) if native else None,
        find_spots(small),
    )


def find_spots(small: U8) -> list[Spot]:
    """Dust candidates of the small copy."""
    return dust_spots(np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8))
