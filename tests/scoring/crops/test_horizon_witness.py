"""The horizon among level edges is the one that lines would give."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.crops.horizon_witness import horizon_among
from scoring.crops.straight_edges import Edges, straight_edges
from tests.scoring.crops.drawn_scenes import forest, sea


@pytest.mark.parametrize("tilt_deg", [-4.0, 0.0, 2.0])
def test_sea_has_a_horizon_with_its_tilt_and_height(tilt_deg):
    luma = np.ascontiguousarray(sea(tilt_deg)[..., 0])
    horizon = horizon_among(straight_edges(luma)[1], luma)
    assert horizon.tilt_deg == pytest.approx(tilt_deg, abs=0.2)
    assert horizon.confidence > 0.6
    assert horizon.height == pytest.approx(216 / 400, abs=0.02)


def test_forest_has_none():
    luma = np.ascontiguousarray(forest()[..., 0])
    assert horizon_among(straight_edges(luma)[1], luma).confidence == 0.0


def test_no_edges_no_horizon():
    none = np.zeros(0)
    assert horizon_among(Edges(none, none, none, none), np.zeros((300, 400), np.uint8)).height is None
