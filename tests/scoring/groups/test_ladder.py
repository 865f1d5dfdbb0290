"""An even ladder of exposures, shot as a camera or a hand would."""

from math import log2

import pytest

from scoring.groups.ladder import ladder_step_ev


@pytest.mark.parametrize(
    "evs",
    [
        (-2, -1, 0, 1, 2),
        (2, 1, 0, -1, -2),
        (0, -1, 1),
        (0, 1, -1),
        (0, -1, 1, -2, 2),
        (0, -1, -2, 1, 2),
        (0, -2, -1, 1, 2),
    ],
)
def test_cameras_shoot_upwards_downwards_or_from_the_metered_frame_on(evs):
    assert ladder_step_ev(evs) == pytest.approx(1.0)


@pytest.mark.parametrize("evs", [(-1, 2, 0, 1), (1, -1, 0, 2, -2), (2, -2, 0, -1, 1)])
def test_an_order_in_which_no_camera_shoots_is_no_ladder(evs):
    assert ladder_step_ev(evs) is None


@pytest.mark.parametrize("evs", [(0, 0, 0), (0, 1, 3), (0, 0.1, 0.2), (0,), (), (0, 5, 10), (0, 1, 1, 2)])
def test_uneven_or_flat_steps_are_no_ladder(evs):
    assert ladder_step_ev(evs) is None


@pytest.mark.parametrize("step_ev", [1 / 3, 0.5, 2 / 3, 1.0, 2.0, 3.0, 4.0])
def test_steps_that_cameras_offer_are_ladders_of_two_and_three(step_ev):
    assert ladder_step_ev((0, step_ev)) == pytest.approx(step_ev)
    assert ladder_step_ev((0, -step_ev, step_ev)) == pytest.approx(step_ev)


def test_shutter_times_as_cameras_round_them_are_a_ladder():
    assert ladder_step_ev([log2(time) for time in (1 / 60, 1 / 15, 1 / 250)]) == pytest.approx(2.0, abs=0.1)


def test_what_is_no_number_is_no_rung():
    assert ladder_step_ev((0.0, float("nan"), 2.0)) is None
