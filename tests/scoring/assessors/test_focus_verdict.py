"""When focus gives which verdict."""

import numpy as np
import pytest

from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_verdict import Verdict, reach_verdict
from scoring.assessors.motion import Motion
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.subject import Subject

PERSON = Subject((0.4, 0.2, 0.6, 0.8), 0.9)
ALL_JUDGED = np.ones((20, 30), bool)


def findings(peak=0.6, subject_sharpness=0.6, subject=PERSON, native=0.1, isotropy=0.8, judged=ALL_JUDGED):
    tiles = TileSharpness(np.full((20, 30), 0.3), judged, np.ones((20, 30)))
    region = SharpRegion((0.0, 0.0, 0.2, 1.0), judged, peak, 0.3)
    return Findings(tiles, region, subject, subject_sharpness, 1.0, native, Motion(isotropy, 0.0))


def test_sharp_subject_is_the_verdict_without_a_fault():
    assert reach_verdict(findings()) is Verdict.SHARP_SUBJECT


def test_missing_detail_in_one_direction_is_motion_blur():
    assert reach_verdict(findings(isotropy=0.1)) is Verdict.MOTION_BLUR


def test_soft_needs_both_measures():
    assert reach_verdict(findings(peak=0.2, subject_sharpness=0.2, native=0.01)) is Verdict.SOFT
    assert reach_verdict(findings(peak=0.2, subject_sharpness=0.2, native=0.1)) is Verdict.SHARP_SUBJECT
    assert reach_verdict(findings(peak=0.5, subject_sharpness=0.5, native=0.01)) is Verdict.SHARP_SUBJECT


def test_soft_subject_beside_a_sharp_region_is_missed_focus():
    assert reach_verdict(findings(subject_sharpness=0.15)) is Verdict.MISSED_FOCUS


@pytest.mark.parametrize(
    "weaker",
    [
        {"subject": Subject(PERSON.box, 0.5)},
        {"subject": None},
        {"subject_sharpness": 0.4},
        {"peak": 0.35},
        {"judged": np.zeros((20, 30), bool)},
    ],
    ids=["doubtful subject", "no subject", "hardly softer", "nothing sharp", "subject without edges"],
)
def test_missed_focus_needs_all_its_evidence(weaker):
    assert reach_verdict(findings(**{"subject_sharpness": 0.15, **weaker})) is Verdict.SHARP_SUBJECT
