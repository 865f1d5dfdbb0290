"""Artefacts: JPEG blocks, banding, colour moire and purple fringes; dark spots as a hint of dust."""

from __future__ import annotations

import math

from index.photo.record import PixelSource
from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.artefact_findings import Findings, find_spots, measure_artefacts
from scoring.assessors.artefact_words import explain, level_of
from scoring.assessors.dust import Spot
from scoring.assessors.reduced_picture import is_reduced
from scoring.frame import Frame

SMALLEST_SIDE_PX = 128
"""Two tiles of blocks either way; an icon shows no artefacts that anyone minds."""
SURE, REDUCED_SURE = 0.7, 0.5
"""At native resolution, and in a picture that was reduced: moire and fringes cannot be told there."""
LITTLE_SEEN_SURE = 0.3
"""All black, blown or drawn flat: hardly anything can show an artefact."""


def assess(frame: Frame) -> Assessment:
    """Artefacts of `frame.rgb`. Abstains on a RAW file's preview, whose artefacts are not the photo's."""
    if frame.pixel_source is not PixelSource.FULL:
        return cannot_judge(
            "Only a preview or a half-size development of the RAW file was seen; its artefacts are not the photo's.",
            {"dust_spots": _flat(find_spots(frame.small))},
        )
    if min(frame.rgb.shape[:2]) < SMALLEST_SIDE_PX:
        return cannot_judge("The picture is too small to judge artefacts.")
    found = measure_artefacts(frame)
    value = math.prod(found.parts.values())
    return Assessment(round(value, 4), _confidence(frame, found), level_of(found), explain(found), _evidence(found))


def _confidence(frame: Frame, found: Findings) -> float:
    if found.blocking is None:
        return LITTLE_SEEN_SURE
    return REDUCED_SURE if is_reduced(frame) else SURE


def _evidence(found: Findings) -> Evidence:
    parts = found.parts
    worst = min(parts, key=lambda name: parts[name])
    return {
        "blocking": round(found.blocking.ratio, 4) if found.blocking else None,
        "blocking_step": round(found.blocking.step, 3) if found.blocking else None,
        "blocking_grid_found": int(found.blocking is not None and found.blocking.sure),
        "banding_fraction": round(found.banding.fraction, 4),
        "moire_tiles": found.moire_tiles,
        "purple_fringe": round(found.fringe.share, 4) if found.fringe else None,
        "fringe_edges": found.fringe.edges if found.fringe else None,
        "dust_spots": _flat(found.spots),
        "worst": worst if parts[worst] < 1.0 else None,
    }


def _flat(spots: list[Spot]) -> list[float]:
    """x, y, x, y ... in shares of the upright frame."""
    return [round(share, 4) for spot in spots for share in spot]


ASSESSOR = Assessor(
    name="artefacts",
    version=5,
    assess=assess,
    source="JPEG blocks after Wang, Sheikh & Bovik (2002) on any grid phase; levels after ITU-T F.740.4 (09/2023)",
)
