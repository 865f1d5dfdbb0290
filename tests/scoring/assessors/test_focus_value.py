"""What the value of focus promises."""

from itertools import pairwise

import numpy as np
import pytest

from scoring.assessors.depth_of_field import DepthOfField
from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_value import blurred, focus_value
from scoring.assessors.focus_verdict import DIRECTIONAL, SOFT_PEAK
from scoring.assessors.motion import Motions
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness

ALL = np.ones((20, 30), bool)


def findings(
    peak=0.6, smear=0.0, crispness=0.8, target_sharpness=0.6, target_weight=0.0, time_s=None, sharp_outline=0.0
):
    return Findings(
        tiles=TileSharpness(np.full(ALL.shape, 0.3), ALL, np.ones(ALL.shape)),
        region=SharpRegion((0.0, 0.0, 1.0, 1.0), ALL, peak, 0.5, 1.0),
        target=None,
        target_sharpness=target_sharpness,
        target_weight=target_weight,
        s_blur_native=0.1,
        crispness=crispness,
        motions=Motions(None, None, None, smear),
        depth=DepthOfField.UNCLEAR,
        exposure_time_s=time_s,
        sharp_outline=sharp_outline,
    )


@pytest.mark.parametrize("name", ["peak", "smear", "crispness", "target_sharpness"])
def test_value_never_jumps(name):
    steps = np.linspace(0.0, 2.0 if name == "smear" else 0.9, 400)
    given = {"smear": 1.2, "target_weight": 1.0}
    values = [focus_value(findings(**given | {name: float(step)})) for step in steps]
    assert max(abs(later - earlier) for earlier, later in pairwise(values)) < 0.015


def test_value_falls_with_the_sharpness_of_the_target():
    sharp, soft = findings(target_weight=1.0), findings(target_weight=1.0, target_sharpness=0.2)
    assert focus_value(soft) < focus_value(sharp)
    assert focus_value(findings(target_sharpness=0.2)) == focus_value(findings())


def test_plain_movement_counts_by_what_crispness_is_left():
    still, short, long = findings(), findings(smear=DIRECTIONAL), findings(smear=DIRECTIONAL, crispness=0.5)
    assert focus_value(short) == pytest.approx(0.8 * focus_value(still))
    assert focus_value(long) == pytest.approx(0.5 * focus_value(still))


def test_sharp_photo_does_not_pay_for_a_soft_scene():
    assert focus_value(findings(crispness=0.5)) == focus_value(findings(crispness=0.9))


def test_blur_is_suspected_by_degrees():
    degrees = [blurred(findings(smear=share * DIRECTIONAL)) for share in (0.4, 0.6, 0.8, 1.0)]
    assert degrees[0] == 0.0 < degrees[1] < degrees[2] < degrees[3] == 1.0
    assert blurred(findings(peak=SOFT_PEAK)) == 0.0 < blurred(findings(peak=0.9 * SOFT_PEAK)) < 1.0
    assert blurred(findings(peak=0.2)) == 1.0


def test_short_exposure_needs_a_plainer_smear():
    assert blurred(findings(smear=DIRECTIONAL, time_s=1 / 1000)) < blurred(findings(smear=DIRECTIONAL, time_s=1 / 30))


def test_smear_of_a_sharp_outline_is_that_of_its_edges_and_no_movement():
    assert blurred(findings(smear=2.0, sharp_outline=1.0)) == 0.0 < blurred(findings(smear=2.0, sharp_outline=0.5))
    assert blurred(findings(smear=2.0)) == 1.0
