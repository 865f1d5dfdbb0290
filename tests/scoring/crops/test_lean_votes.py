"""Edges vote for the lean they share, whatever their perspective."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.crops.lean_votes import LEANS_DEG, LEVEL, UPRIGHT, lean_votes, settled_slope
from scoring.crops.straight_edges import Edges


def verticals(roll_deg, convergence, places):
    """Edges through (x, 0) that meet in one vanishing point."""
    x = np.array(places, np.float64)
    slope = np.tan(np.radians(roll_deg)) + convergence * x
    return Edges(x, np.zeros_like(x), np.full_like(x, 0.5), slope)


def best_deg(edges, expected=UPRIGHT):
    votes = lean_votes(edges, expected)
    best = int(votes.by_lean.argmax())
    slope = settled_slope([(edges, 1.0, float(votes.convergence[best]))], float(np.tan(np.radians(LEANS_DEG[best]))))
    return np.degrees(np.arctan(slope))


@pytest.mark.parametrize("convergence", [-0.2, 0.0, 0.1, 0.25])
@pytest.mark.parametrize("roll_deg", [-6.0, 0.0, 2.3])
def test_roll_is_told_apart_from_converging_verticals(roll_deg, convergence):
    edges = verticals(roll_deg, convergence, [-0.9, -0.6, -0.2, 0.1, 0.5, 0.8])
    assert best_deg(edges) == pytest.approx(roll_deg, abs=0.5)


def test_an_edge_away_from_the_middle_height_converges_too():
    vanishing = np.array([0.0, -4.0])
    places = np.array([(-0.8, 0.4), (-0.3, -0.5), (0.2, 0.3), (0.7, -0.2)])
    towards = vanishing - places
    edges = Edges(places[:, 0], places[:, 1], np.full(4, 0.5), towards[:, 0] / -towards[:, 1])
    assert best_deg(edges) == pytest.approx(0.0, abs=0.3)


def test_few_that_lean_otherwise_do_not_pull():
    upright, leaning = verticals(3.0, 0.0, [-0.8, -0.4, 0.1, 0.6]), verticals(-8.0, 0.0, [0.3])
    both = Edges(*(np.concatenate(pair) for pair in zip(_parts(upright), _parts(leaning), strict=True)))
    assert best_deg(both) == pytest.approx(3.0, abs=0.1)


def _parts(edges):
    return edges.x, edges.y, edges.length, edges.slope


def test_level_lines_that_recede_count_less_than_verticals_that_converge():
    receding = verticals(0.0, 0.2, [-0.9, -0.4, 0.4, 0.9])
    assert lean_votes(receding, LEVEL).by_lean.max() < lean_votes(receding, UPRIGHT).by_lean.max()


def test_nothing_votes_for_nothing():
    none = np.zeros(0)
    votes = lean_votes(Edges(none, none, none, none), UPRIGHT)
    assert votes.by_lean.max() == 0.0
    assert votes.total == 0.0
