"""What focus says in words."""

import numpy as np
import pytest

from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_verdict import Verdict
from scoring.assessors.focus_words import focus_sentence
from scoring.assessors.motion import Motion
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.subject import Subject


def findings(box=(0.0, 0.7, 0.3, 1.0), spread=0.5, peak=0.6, subject=None, subject_sharpness=0.6, direction_deg=0.0):
    rows, cols = np.indices((20, 30))
    inside = (cols >= 30 * box[0]) & (cols < 30 * box[2]) & (rows >= 20 * box[1]) & (rows < 20 * box[3])
    tiles = TileSharpness(np.where(inside, peak, 0.1), np.ones((20, 30), bool), np.ones((20, 30)))
    region = SharpRegion(box, inside, peak, spread)
    return Findings(tiles, region, subject, subject_sharpness, 1.0, 0.1, Motion(0.1, direction_deg))


PERSON = Subject((0.7, 0.4, 0.9, 0.6), 0.9)
WHOLE = (0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("found", "verdict", "sentence"),
    [
        (findings(), Verdict.SHARP_SUBJECT, "Sharpest at the lower left."),
        (findings(spread=0.2), Verdict.SHARP_SUBJECT, "Sharp at the lower left, softer elsewhere."),
        (findings(box=WHOLE, spread=0.9), Verdict.SHARP_SUBJECT, "Sharp across the frame."),
        (findings(subject=PERSON), Verdict.SHARP_SUBJECT, "The likely subject at the right is sharp."),
        (
            findings(subject=PERSON, subject_sharpness=0.2),
            Verdict.SHARP_SUBJECT,
            "Sharpest at the lower left; the likely subject is softer.",
        ),
        (
            findings(subject=PERSON, subject_sharpness=0.2),
            Verdict.MISSED_FOCUS,
            "The likely subject at the right is clearly softer than the lower left, where the focus lies.",
        ),
        (findings(peak=0.2), Verdict.SOFT, "Nothing is really in focus; sharpest at the lower left."),
        (findings(peak=0.3), Verdict.SOFT, "Nothing is quite crisp at 100 %; sharpest at the lower left."),
        (
            findings(direction_deg=5),
            Verdict.MOTION_BLUR,
            "Detail is smeared horizontally: the camera or the subject moved.",
        ),
        (
            findings(direction_deg=95),
            Verdict.MOTION_BLUR,
            "Detail is smeared vertically: the camera or the subject moved.",
        ),
        (
            findings(direction_deg=45),
            Verdict.MOTION_BLUR,
            "Detail is smeared diagonally (down to the right): the camera or the subject moved.",
        ),
    ],
)
def test_sentence_says_where_and_what(found, verdict, sentence):
    assert focus_sentence(found, verdict) == sentence
