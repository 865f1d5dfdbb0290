"""A map in EV as steps."""

import numpy as np
import pytest

from scoring.overlays.ev_steps import EvScale, ev_labels, step_edges

JUST_SEEN = 2.3
"""A just noticeable difference in CIELAB (Mahy et al. 1994)."""


def halves(left_ev, right_ev):
    ev = np.full((300, 400), left_ev, np.float32)
    ev[:, 200:] = right_ev
    return ev


@pytest.mark.parametrize("step_ev", [1.0, 0.5])
def test_neighbouring_steps_are_told_apart_with_any_colour_vision(step_ev, seen_lab):
    seen = seen_lab(EvScale(step_ev).colours)
    assert np.linalg.norm(np.diff(seen, axis=0), axis=1).min() > 3 * JUST_SEEN


@pytest.mark.parametrize("step_ev", [1.0, 0.5])
def test_the_map_reads_in_grey_for_brighter_is_lighter(step_ev, seen_lab):
    assert np.diff(seen_lab(EvScale(step_ev).colours)[:, 0]).min() > 0


def test_too_dark_is_blue_right_is_neutral_and_too_bright_is_amber():
    dark, right, bright = EvScale(1.0).colours[[1, 3, 5]].astype(int)
    assert dark[2] > dark[0] + 60
    assert np.ptp(right) == 0
    assert bright[0] > bright[2] + 60


def test_every_pixel_takes_the_nearest_step_and_the_ends_hold_the_rest():
    scale = EvScale(0.5)
    for ev, step_ev in ((-0.2, 0.0), (-0.3, -0.5), (1.3, 1.5), (-9.0, -3.0), (4.0, 3.0)):
        steps = scale.of(np.full((50, 50), ev, np.float32))
        assert (scale.steps_ev[steps] == step_ev).all()


def test_speckle_takes_its_neighbours_step():
    ev = halves(-2.0, 1.0)
    ev[100:102, 100:102] = 3.0
    steps = EvScale(1.0).of(ev)
    assert len(np.unique(steps)) == 2
    assert EvScale(1.0).shares(steps)[1] == pytest.approx(0.5)


def test_contours_run_between_the_steps():
    edges = step_edges(EvScale(1.0).of(halves(-2.0, 1.0)))
    assert edges[:, 199].all()
    assert edges.sum() == 300


def test_large_areas_are_told_their_own_figure_inside_them():
    ev = halves(-2.2, 1.1)
    left, right = sorted(ev_labels(ev, EvScale(1.0).of(ev)), key=lambda found: found.at[0])
    assert (left.ev, right.ev) == (pytest.approx(-2.2), pytest.approx(1.1))
    assert left.at[0] < 200 < right.at[0]
