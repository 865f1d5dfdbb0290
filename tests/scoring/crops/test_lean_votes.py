"""Edges vote for the lean they share, whatever their perspective."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.crops.lean_votes import CHANNELS, FAR_ROW, LEANS_DEG, LEVEL, UPRIGHT, lean_votes
from scoring.crops.straight_edges import Edges
from tests.scoring.crops.drawn_edges import verticals

PLACES = [-0.9, -0.6, -0.2, 0.1, 0.5, 0.8]


def best_deg(edges, expected=UPRIGHT):
    return LEANS_DEG[lean_votes(edges, expected).lengths[FAR_ROW].argmax()]


@pytest.mark.parametrize("convergence", [-0.2, 0.0, 0.1, 0.25])
@pytest.mark.parametrize("roll_deg", [-6.0, 0.0, 2.3])
def test_roll_is_told_apart_from_converging_verticals(roll_deg, convergence):
    assert best_deg(verticals(roll_deg, convergence, PLACES)) == pytest.approx(roll_deg, abs=0.5)


@pytest.mark.parametrize("convergence", [-0.15, 0.0, 0.15])
def test_convergence_is_told_with_the_lean(convergence):
    votes = lean_votes(verticals(0.0, convergence, PLACES), UPRIGHT)
    assert votes.convergence[LEANS_DEG == 0.0] == pytest.approx(convergence, abs=0.04)


def test_an_edge_away_from_the_middle_height_converges_too():
    vanishing = np.array([0.0, -4.0])
    places = np.array([(-0.8, 0.4), (-0.3, -0.5), (0.2, 0.3), (0.7, -0.2)])
    towards = vanishing - places
    edges = Edges(places[:, 0], places[:, 1], np.full(4, 0.5), towards[:, 0] / -towards[:, 1])
    assert best_deg(edges) == pytest.approx(0.0, abs=0.5)


def test_level_lines_that_recede_count_less_than_verticals_that_converge():
    receding = verticals(0.0, 0.2, [-0.9, -0.4, 0.4, 0.9])
    as_level, as_upright = (lean_votes(receding, expected).lengths[FAR_ROW].max() for expected in (LEVEL, UPRIGHT))
    assert as_level < 0.8 * as_upright


def test_edges_that_agree_vote_with_their_whole_length():
    votes = lean_votes(verticals(3.0, 0.0, PLACES), UPRIGHT).lengths[:, LEANS_DEG == 3.0]
    assert votes[:, 0] == pytest.approx(np.full(CHANNELS, 0.5 * len(PLACES)), rel=0.02)


def test_mirrored_edges_vote_for_mirrored_leans():
    edges = verticals(3.2, 0.1, [-0.9, -0.3, 0.4])
    mirrored = Edges(-edges.x, edges.y, edges.length, -edges.slope)
    assert np.allclose(lean_votes(mirrored, UPRIGHT).rows, lean_votes(edges, UPRIGHT).rows[:, ::-1])


def test_nothing_votes_for_nothing():
    none = np.zeros(0)
    votes = lean_votes(Edges(none, none, none, none), UPRIGHT)
    assert votes.lengths.max() == 0.0
    assert np.isfinite(votes.rows).all()
