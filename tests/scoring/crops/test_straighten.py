"""Tilt is told by the camera and by lines, within 10 degrees, and only on strong evidence."""

from __future__ import annotations

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.crops.straighten import CAMERA_CONFIDENCE, Source, find_tilt
from scoring.crops.upright_box import rendered, upright_box
from scoring.frame import Frame
from tests.scoring.crops.drawn_scenes import forest, sea, wall


def tilt_of(rgb, roll_deg=None):
    return find_tilt(Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts(roll_deg=roll_deg)))


@pytest.mark.parametrize("tilt_deg", [-9.0, -3.0, 1.5, 6.0])
def test_lines_tell_a_tilt_with_its_sign(tilt_deg):
    told = tilt_of(wall(tilt_deg))
    assert told.angle_deg == pytest.approx(tilt_deg, abs=0.2)
    assert told.confidence > 0.6
    assert told.source is Source.BOTH
    side = "right" if tilt_deg > 0 else "left"
    assert (
        told.reason
        == f"The picture tilts {abs(told.angle_deg):.1f}° to the {side}, as its upright and horizontal lines show."
    )


def test_correcting_by_the_opposite_leaves_nothing_to_correct():
    crooked = wall(4.0)
    told = tilt_of(crooked)
    levelled = rendered(crooked, -told.angle_deg, upright_box((600, 400), -told.angle_deg))
    assert abs(tilt_of(levelled).angle_deg) < 0.3


def test_a_horizon_tells_a_tilt():
    told = tilt_of(sea(2.0))
    assert told.angle_deg == pytest.approx(2.0, abs=0.3)
    assert told.source is Source.HORIZON


def test_straight_lines_are_called_straight():
    told = tilt_of(wall(0.0))
    assert abs(told.angle_deg) < 0.2
    assert told.reason == "The picture is level, as its upright and horizontal lines show."


def test_without_lines_or_level_nothing_is_said():
    told = tilt_of(forest())
    assert (told.angle_deg, told.confidence, told.source) == (0.0, 0.0, Source.NONE)


def test_lean_of_more_than_ten_degrees_is_left_alone():
    told = tilt_of(wall(12.0))
    assert (told.angle_deg, told.confidence, told.source) == (0.0, 0.0, Source.NONE)


def test_camera_decides_where_there_are_no_lines():
    told = tilt_of(forest(), roll_deg=-2.5)
    assert (told.angle_deg, told.confidence, told.source) == (-2.5, CAMERA_CONFIDENCE, Source.EXIF)
    assert told.reason == "The picture tilts 2.5° to the left, as the camera's own level noted."


def test_camera_that_agrees_makes_lines_surer():
    alone, agreed = tilt_of(wall(3.0)), tilt_of(wall(3.0), roll_deg=3.6)
    assert agreed.angle_deg == alone.angle_deg
    assert agreed.confidence > alone.confidence
    assert agreed.source is Source.BOTH
    assert agreed.reason.endswith("as its upright and horizontal lines and the camera's own level show.")


def test_camera_that_contradicts_the_lines_is_not_followed():
    told = tilt_of(wall(0.0), roll_deg=5.0)
    assert (told.angle_deg, told.confidence, told.source) == (0.0, 0.0, Source.NONE)
    assert "contradict" in told.reason


def test_camera_held_far_off_level_is_left_alone():
    assert tilt_of(forest(), roll_deg=20.0).source is Source.NONE


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (40, 800), (800, 40), (64, 64)])
def test_tiny_and_narrow_pictures_get_an_answer(size):
    assert tilt_of(np.full((*size, 3), 120, np.uint8)).source is Source.NONE


def test_the_same_photo_gives_the_same_numbers():
    assert tilt_of(wall(2.0)) == tilt_of(wall(2.0))
