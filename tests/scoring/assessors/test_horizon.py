"""What the horizon finder promises: tilt is positive when the right end is lower."""

import cv2
import numpy as np
import pytest

from scoring.assessors.horizon import find_horizon
from scoring.assessors.lines import find_lines


def sea(tilt_deg, size=(800, 1200), height=0.5):
    rows, cols = np.indices(size)
    edge = height * size[0] + (cols - size[1] / 2) * np.tan(np.radians(tilt_deg))
    luma = np.where(rows > edge, 80.0, 180.0) + np.random.default_rng(1).normal(0, 4, size)
    return cv2.GaussianBlur(np.clip(luma, 0, 255).astype(np.uint8), (0, 0), 1)


def horizon_of(luma):
    return find_horizon(find_lines(luma))


@pytest.mark.parametrize("tilt_deg", [-6, -4, -2, -1, 0, 1, 2, 4, 6])
def test_horizon_tilt_is_measured_with_its_sign(tilt_deg):
    horizon = horizon_of(sea(tilt_deg))
    assert horizon.tilt_deg == pytest.approx(tilt_deg, abs=0.3)
    assert horizon.confidence > 0.8
    assert horizon.height == pytest.approx(0.5, abs=0.02)


def test_horizon_behind_a_person_is_one_line():
    luma = sea(2)
    luma[250:700, 500:620] = 20
    horizon = horizon_of(luma)
    assert horizon.tilt_deg == pytest.approx(2, abs=0.3)
    assert horizon.confidence > 0.45


def test_a_steep_slope_is_no_horizon():
    assert horizon_of(sea(18)).confidence == 0.0


def test_a_line_that_stops_short_is_no_horizon():
    luma = np.full((800, 1200), 150, np.uint8)
    luma[400:440, 300:900] = 60
    assert horizon_of(luma).confidence < 0.45


def test_diverging_lines_of_a_perspective_are_not_trusted():
    luma = np.full((800, 1200), 200, np.uint8)
    for step in range(-4, 5):
        cv2.line(luma, (0, 400 + step * 20), (1200, 400 + step * 80), 40 + 10 * abs(step), 6)
    assert horizon_of(luma).confidence < 0.45


def test_upright_verticals_contradict_a_tilt():
    luma = sea(4)
    with_towers = luma.copy()
    for left in range(100, 1100, 100):
        with_towers[100:330, left : left + 40] = 60
    assert horizon_of(with_towers).confidence < 0.6 * horizon_of(luma).confidence


def test_texture_has_no_horizon():
    texture = np.random.default_rng(2).integers(0, 255, (800, 1200)).astype(np.uint8)
    horizon = horizon_of(texture)
    assert (horizon.tilt_deg, horizon.confidence, horizon.height) == (0.0, 0.0, None)
