"""The lines of a picture tell its tilt where there are enough of them."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.crops.lean_reader import CERTAIN
from scoring.crops.line_tilt import find_line_tilt
from tests.scoring.crops.drawn_scenes import forest, sea, wall


@pytest.mark.parametrize("tilt_deg", [-8.0, -2.0, 0.0, 1.0, 5.0])
def test_a_wall_tells_its_tilt_by_upright_and_level_lines(tilt_deg):
    found = find_line_tilt(wall(tilt_deg))
    assert found.angle_deg == pytest.approx(tilt_deg, abs=0.2)
    assert found.chance >= CERTAIN
    assert 0.2 < found.upright_share < 0.8


@pytest.mark.parametrize("converging", [-0.2, 0.2])
@pytest.mark.parametrize("tilt_deg", [-3.0, 0.0, 3.0])
def test_looking_up_or_down_does_not_change_the_tilt(tilt_deg, converging):
    assert find_line_tilt(wall(tilt_deg, converging)).angle_deg == pytest.approx(tilt_deg, abs=0.4)


@pytest.mark.parametrize("tilt_deg", [-3.0, 0.0, 2.0])
def test_the_sea_tells_its_tilt_by_its_level_line(tilt_deg):
    found = find_line_tilt(sea(tilt_deg))
    assert found.angle_deg == pytest.approx(tilt_deg, abs=0.3)
    assert found.chance >= CERTAIN
    assert found.upright_share < 0.2


def test_a_picture_without_lines_says_little():
    found = find_line_tilt(forest())
    assert found is None or found.chance < CERTAIN


def test_vote_for_another_angle_is_a_share_of_the_best():
    found = find_line_tilt(wall(2.0))
    assert found.share_of(2.0) == 1.0
    assert found.share_of(-7.0) < 0.5


@pytest.mark.parametrize("size", [(1, 1), (60, 512), (512, 90)])
def test_a_picture_too_small_or_too_narrow_says_nothing(size):
    assert find_line_tilt(np.zeros((*size, 3), np.uint8)) is None


def test_a_plain_picture_says_nothing():
    assert find_line_tilt(np.full((400, 512, 3), 90, np.uint8)) is None
