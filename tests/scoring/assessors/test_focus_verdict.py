"""When focus gives which verdict."""

import numpy as np
import pytest

from scoring.assessors.depth_of_field import DepthOfField
from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_target import Target, TargetKind, tiles_inside
from scoring.assessors.focus_verdict import Moved, Verdict, reach_verdict, what_moved
from scoring.assessors.motion import Motion, Motions
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness

BOX = (0.4, 0.2, 0.6, 0.8)
ALL_JUDGED = np.ones((20, 30), bool)
STILL, PLAIN, STRONG = Motion(0.4, 0.0, 8.0), Motion(1.9, 0.0, 12.0), Motion(3.8, 0.0, 12.0)
ACROSS = Motion(1.9, 90.0, 12.0)


def target(confidence=0.9, kind=TargetKind.SUBJECT):
    return Target(kind, (BOX,), tiles_inside(BOX, (20, 30)), confidence)


PERSON = target()


def findings(peak=0.6, spread=0.4, motions=(STILL, STILL, STILL), judged=ALL_JUDGED, time_s=None, **given):
    told = {"target": PERSON, "target_sharpness": 0.6, "s_blur_native": 0.1, "crispness": 0.8} | given
    tiles = TileSharpness(np.full((20, 30), 0.3), judged, np.ones((20, 30)))
    region = SharpRegion((0.0, 0.0, 0.2, 1.0), judged, peak, spread, 1.0)
    return Findings(
        tiles=tiles,
        region=region,
        target_weight=1.0,
        motions=Motions(*motions),
        depth=DepthOfField.UNCLEAR,
        exposure_time_s=time_s,
        **told,
    )


def test_sharp_subject_is_the_verdict_without_a_fault():
    assert reach_verdict(findings()) is Verdict.SHARP_SUBJECT


def test_movement_of_even_the_sharpest_parts_is_motion_blur():
    assert reach_verdict(findings(motions=(PLAIN, PLAIN, PLAIN))) is Verdict.MOTION_BLUR
    assert reach_verdict(findings(motions=(PLAIN, STILL, PLAIN))) is Verdict.SHARP_SUBJECT


def test_movement_that_too_few_sharp_edges_bear_out_has_to_be_plainer():
    assert reach_verdict(findings(motions=(PLAIN, None, None))) is Verdict.SHARP_SUBJECT
    assert reach_verdict(findings(motions=(STRONG, None, None))) is Verdict.MOTION_BLUR


def test_small_sharp_thing_is_not_taken_for_movement_unless_the_rest_agrees():
    assert what_moved(findings(spread=0.1, motions=(PLAIN, PLAIN, ACROSS))) is Moved.NOTHING
    assert what_moved(findings(spread=0.1, motions=(PLAIN, PLAIN, PLAIN))) is Moved.FRAME


def test_short_exposure_needs_a_stronger_sign():
    assert what_moved(findings(motions=(PLAIN, PLAIN, PLAIN), time_s=1 / 1000)) is Moved.NOTHING
    assert what_moved(findings(motions=(STRONG, STRONG, STRONG), time_s=1 / 1000)) is Moved.FRAME
    assert what_moved(findings(motions=(PLAIN, PLAIN, PLAIN), time_s=1 / 60)) is Moved.FRAME


def test_sharp_subject_before_streaks_stays_a_sharp_subject():
    panned = findings(motions=(STILL, STILL, STRONG))
    assert what_moved(panned) is Moved.SURROUNDINGS
    assert reach_verdict(panned) is Verdict.SHARP_SUBJECT


def test_subject_that_moved_before_sharp_surroundings_is_left_to_the_photographer():
    runner = findings(motions=(STILL, STILL, STRONG), target_sharpness=0.15)
    assert what_moved(runner) is Moved.SUBJECT
    assert reach_verdict(runner) is Verdict.CANNOT_JUDGE


def test_streaks_need_a_part_of_the_frame_and_time():
    assert what_moved(findings(motions=(STILL, STILL, STRONG), spread=0.9)) is Moved.NOTHING
    assert what_moved(findings(motions=(STILL, STILL, STRONG), time_s=1 / 1000)) is Moved.NOTHING


def test_soft_needs_both_measures():
    assert reach_verdict(findings(peak=0.2, target_sharpness=0.2, s_blur_native=0.01)) is Verdict.SOFT
    assert reach_verdict(findings(peak=0.2, target_sharpness=0.2)) is Verdict.SHARP_SUBJECT
    assert reach_verdict(findings(peak=0.5, target_sharpness=0.5, s_blur_native=0.01)) is Verdict.SHARP_SUBJECT


def test_soft_needs_less_fine_detail_where_the_peak_is_near_that_of_a_sharp_edge():
    assert reach_verdict(findings(peak=0.35, target_sharpness=0.35, s_blur_native=0.02)) is Verdict.SOFT
    assert reach_verdict(findings(peak=0.35, target_sharpness=0.35, s_blur_native=0.028)) is Verdict.SHARP_SUBJECT
    assert reach_verdict(findings(peak=0.31, target_sharpness=0.31, s_blur_native=0.028)) is Verdict.SOFT


@pytest.mark.parametrize("kind", list(TargetKind))
def test_soft_target_beside_a_sharp_region_is_missed_focus(kind):
    assert reach_verdict(findings(target=target(kind=kind), target_sharpness=0.15)) is Verdict.MISSED_FOCUS


@pytest.mark.parametrize(
    "weaker",
    [
        {"target": target(0.5)},
        {"target": None},
        {"target_sharpness": 0.4},
        {"peak": 0.35},
        {"judged": np.zeros((20, 30), bool)},
    ],
    ids=["doubtful target", "no target", "hardly softer", "nothing sharp", "target without edges"],
)
def test_missed_focus_needs_all_its_evidence(weaker):
    assert reach_verdict(findings(**{"target_sharpness": 0.15, **weaker})) is Verdict.SHARP_SUBJECT
