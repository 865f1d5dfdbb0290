"""The artefacts of one photo, each measured by its own room, and what each leaves of the value."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.assessors.banding import Banding, measure_banding
from scoring.assessors.dust import Spot, dust_spots
from scoring.assessors.jpeg_blocking import Blocking, measure_blocking
from scoring.assessors.moire import FEWEST_TILES, moire_tiles
from scoring.assessors.purple_fringe import Fringe, measure_fringe
from scoring.frame import U8, Frame
from scoring.ramp import ramp

NATIVE_LONG_EDGE_PX = 1600
"""No camera's full frame is smaller in this century: such a picture was reduced, fringes and moire with it."""

BLOCKING_RATIO, BLOCKING_STEP, BLOCKING_COST = (0.8, 2.4), (0.5, 1.2), 0.8
"""Steps on the grid over steps beside it, and their height in codes, from where blocks begin to show to where nothing else is
seen. Camera photos as they come measure 0.5 at most; at JPEG quality 50, where blocks begin to show at 100 %, smooth ones 1.0 to
1.7, at quality 20 1.8 to 2.7; leaves and grass hide blocks and measure half of that."""
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
        return ramp(self.blocking.ratio, BLOCKING_RATIO) * ramp(self.blocking.step, BLOCKING_STEP)

    def _banding(self) -> float:
        return ramp(self.banding.fraction, BANDING_SHARE) if self.banding.broken >= FEWEST_BROKEN else 0.0


def measure_artefacts(frame: Frame) -> Findings:
    """Everything at its own resolution: blocks, moire and fringes at native pixels, bands and spots at screen size."""
    native = max(frame.rgb.shape[:2]) >= NATIVE_LONG_EDGE_PX
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
