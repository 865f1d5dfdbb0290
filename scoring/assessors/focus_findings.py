"""What focus is judged from: the tile map, the sharp region, the subject's own sharpness, and movement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.motion import Motion, directional_blur
from scoring.assessors.s_blur import s_blur
from scoring.assessors.sharp_region import SharpRegion, find_sharp_region, peak_sharpness
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.frame import Frame
from scoring.ramp import ramp
from scoring.subject import Subject

TRUSTED_SUBJECT = 0.35
"""Subject confidence from which its own sharpness counts; on the camera test photos views lie below, single things above."""
FEWEST_SUBJECT_TILES, FEWEST_SUBJECT_SHARE = 6, 0.2
"""Fewer tiles with edges inside the subject say nothing of its sharpness: half of what a whole photo needs; and a smaller
share is a glow or a patch of sky (0.18 around a setting sun, 0.22 to 0.97 in things, on the camera test photos)."""
SURE_SUBJECT, SURE_SUBJECT_SHARE = 0.6, 0.4
"""From this subject confidence and share of tiles on, the subject counts for half of the value; from nothing at the two limits
above, so that the value never jumps where a subject is just trusted or just not."""
INNER_SHARE = 0.8
"""Corners and rim of a box belong to what is behind: tiles are pooled over their neighbours, so a fifth is left out."""
SUBJECT_PEAK_SHARE = 0.2
"""The sharpest fifth of the subject's tiles is its sharpness: an eye in a face, not the mean of its skin."""


@dataclass(frozen=True)
class Findings:
    """`subject` is None where none is trusted; `subject_sharpness` is then that of the sharp region and `subject_weight` 0.

    `subject_weight`: how far the subject's own sharpness counts, in [0, 1].
    """

    tiles: TileSharpness
    region: SharpRegion
    subject: Subject | None
    subject_sharpness: float
    subject_weight: float
    s_blur_native: float
    motion: Motion | None

    @property
    def subject_ratio(self) -> float:
        """Sharpness of the subject over that of the sharpest region."""
        return self.subject_sharpness / max(self.region.peak, 1e-9)


def find(frame: Frame, tiles: TileSharpness) -> Findings:
    """Everything that the verdict needs; at least one tile must have been judged."""
    region = find_sharp_region(tiles)
    subject = _trusted_subject(frame, tiles)
    sharpness = peak_sharpness(tiles, tiles_inside(subject, tiles), SUBJECT_PEAK_SHARE) if subject else region.peak
    blur = s_blur(frame.detail)
    native = float(blur[0]) if blur is not None else 0.0
    weight = _subject_weight(subject, tiles) if subject else 0.0
    return Findings(tiles, region, subject, sharpness, weight, native, directional_blur(frame.luma, tiles))


def tiles_inside(subject: Subject, tiles: TileSharpness) -> npt.NDArray[np.bool_]:
    """(rows, cols) bool: tiles whose middle lies well inside the subject's box, in an ellipse that leaves out its corners."""
    rows, cols = tiles.judged.shape
    x0, y0, x1, y1 = subject.box
    centre_x, centre_y = subject.centre
    down = ((np.arange(rows) + 0.5) / rows - centre_y) / ((y1 - y0) / 2 * INNER_SHARE)
    across = ((np.arange(cols) + 0.5) / cols - centre_x) / ((x1 - x0) / 2 * INNER_SHARE)
    return np.asarray(down[:, None] ** 2 + across[None, :] ** 2 <= 1.0, np.bool_)


def _subject_weight(subject: Subject, tiles: TileSharpness) -> float:
    share = float(tiles.judged[tiles_inside(subject, tiles)].mean())
    certain = ramp(subject.confidence, (TRUSTED_SUBJECT, SURE_SUBJECT))
    return certain * ramp(share, (FEWEST_SUBJECT_SHARE, SURE_SUBJECT_SHARE))


def _trusted_subject(frame: Frame, tiles: TileSharpness) -> Subject | None:
    subject = frame.subject
    if subject is None or subject.confidence < TRUSTED_SUBJECT:
        return None
    judged = tiles.judged[tiles_inside(subject, tiles)]
    enough = max(FEWEST_SUBJECT_TILES, FEWEST_SUBJECT_SHARE * judged.size)
    return subject if judged.sum() >= enough else None
