"""A lean is measured finer than it is first guessed."""

from __future__ import annotations

import pytest

from scoring.crops.settled_lean import Witnesses, settled_lean_deg
from tests.scoring.crops.drawn_edges import together, verticals

PLACES = [-0.8, -0.4, 0.1, 0.6]


@pytest.mark.parametrize("convergence", [-0.1, 0.0, 0.2])
@pytest.mark.parametrize("roll_deg", [-6.2, 0.0, 2.3])
def test_guess_settles_on_what_the_edges_share(roll_deg, convergence):
    edges = verticals(roll_deg, convergence, PLACES)
    settled = settled_lean_deg([Witnesses(edges, convergence, 1.0)], roll_deg + 0.4)
    assert settled == pytest.approx(roll_deg, abs=0.02)


def test_few_that_lean_otherwise_do_not_pull():
    edges = together(verticals(3.0, 0.0, PLACES), verticals(-8.0, 0.0, [0.3]))
    assert settled_lean_deg([Witnesses(edges, 0.0, 1.0)], 3.0) == pytest.approx(3.0, abs=0.01)


def test_heavier_witnesses_pull_more():
    groups = [Witnesses(verticals(2.0, 0.0, PLACES), 0.0, 3.0), Witnesses(verticals(3.0, 0.0, PLACES), 0.0, 1.0)]
    assert 2.0 < settled_lean_deg(groups, 2.5) < 2.4


def test_without_edges_the_guess_stays():
    assert settled_lean_deg([Witnesses(verticals(0.0, 0.0, []), 0.0, 1.0)], 1.5) == pytest.approx(1.5)
