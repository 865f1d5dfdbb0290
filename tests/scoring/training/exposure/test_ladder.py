"""What is measured of a reading of brackets."""

import numpy as np
import pytest

from scoring.training.exposure.ladder import CURVES, STEPS_EV, Ladder, rungs

STEPS = np.array(STEPS_EV)


def test_perfect_reading_has_no_error():
    measured = Ladder(np.stack([STEPS, STEPS])).measured()
    assert (measured["mae_ev"], measured["step_mae_ev"]) == (0.0, 0.0)
    assert (measured["slope"], measured["srcc"], measured["sign"], measured["monotone"]) == (1.0, 1.0, 1.0, 1.0)


def test_photos_own_brightness_is_no_error_of_the_step():
    measured = Ladder((STEPS + 0.5)[None]).measured()
    assert measured["mae_ev"] == 0.5
    assert measured["step_mae_ev"] == 0.0


def test_half_of_each_step_is_half_the_slope():
    assert Ladder(STEPS[None] / 2).measured()["slope"] == 0.5


def test_reading_turned_round_is_wrong_in_every_sign():
    measured = Ladder(-STEPS[None]).measured()
    assert (measured["sign"], measured["monotone"], measured["srcc"]) == (0.0, 0.0, -1.0)


@pytest.mark.parametrize("curves", CURVES)
def test_rungs_get_brighter_step_by_step(curves):
    photo = np.random.default_rng(0).integers(60, 180, (48, 48, 3), dtype=np.uint8)
    brightness = [rung.mean() for rung in rungs(photo, curves, (0, 1))]
    assert len(brightness) == len(STEPS_EV)
    assert brightness == sorted(brightness)
