"""Depth of field, from how much of a photo is sharp, whether that hangs together, and the lens's opening where known."""

from __future__ import annotations

from enum import StrEnum

from index.photo.record import ExifFacts
from scoring.assessors.sharp_region import SharpRegion

SHALLOW_SPREAD, WIDE_SHALLOW_SPREAD = 0.35, 0.5
"""Share of judged tiles that are sharp, below which the depth of field may be shallow; through an opening known to be wide the
larger one, for what is far behind then shows no edges at all and does not count (tomatoes at 105 mm f/5: 0.42)."""
DEEP_SPREAD = 0.65
"""Share from which everything with edges is sharp; the rest may be sky, mist and water."""
DEEP_JUDGED = 0.3
"""Share of the frame that must show edges before it can be called deep: a chain before a white wall (0.11) proves nothing."""
CONTIGUOUS = 0.5
"""Share of the sharp tiles in their largest group from which they are one thing in focus, and not texture here and there."""
SMALL_PUPIL_MM, WIDE_PUPIL_MM = 4.0, 8.0
"""Focal length over f-number. A far background is blurred over pupil / width of the field in focus (thin lens), as a share of
the frame: 4 mm give 0.2 % at 2 m, about 7 px, too little to see, and what is soft there is haze, movement or texture; 8 mm
give twice that."""


class DepthOfField(StrEnum):
    """How deep the photo is in focus, as far as it shows."""

    SHALLOW = "shallow"
    DEEP = "deep"
    UNCLEAR = "unclear"


def depth_of_field(region: SharpRegion, judged_share: float, exif: ExifFacts) -> DepthOfField:
    """Shallow where one small part is sharp through a wide opening, deep where all that has edges is, else unclear.

    `judged_share`: share of the frame that shows edges, in [0, 1].
    """
    if region.spread >= DEEP_SPREAD:
        return DepthOfField.DEEP if judged_share >= DEEP_JUDGED else DepthOfField.UNCLEAR
    pupil_mm = exif.focal_length_mm / exif.f_number if exif.focal_length_mm and exif.f_number else None
    limit = WIDE_SHALLOW_SPREAD if pupil_mm is not None and pupil_mm >= WIDE_PUPIL_MM else SHALLOW_SPREAD
    if region.spread >= limit or region.contiguity < CONTIGUOUS:
        return DepthOfField.UNCLEAR
    small = pupil_mm is not None and pupil_mm < SMALL_PUPIL_MM
    return DepthOfField.UNCLEAR if small else DepthOfField.SHALLOW
