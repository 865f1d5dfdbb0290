"""How a thing stands before its surroundings."""

import numpy as np
import pytest

from scoring.assessors.backlight import face_backlight, subject_backlight
from scoring.face import Face
from scoring.subject import Subject

BOX = (0.4, 0.3, 0.6, 0.7)


def before(inside, outside):
    luminance = np.full((100, 150), outside, np.float32)
    luminance[30:70, 60:90] = inside
    return luminance


def face_in(box):
    point = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return Face(box, 0.9, (point, point), point, (point, point))


@pytest.mark.parametrize(("inside", "outside", "ev"), [(0.1, 0.8, -2.9), (0.8, 0.1, 2.9), (0.3, 0.3, 0.0)])
def test_backlight_is_negative_where_the_subject_is_darker(inside, outside, ev):
    found = subject_backlight(before(inside, outside), Subject(BOX, 0.8))
    assert found.ev == pytest.approx(ev, abs=0.1)
    assert found.confidence == 0.8
    assert found.luminance == pytest.approx(inside)
    assert found.around == pytest.approx(outside)


def test_backlight_says_nothing_without_a_subject_or_beside_one_that_fills_the_frame():
    assert subject_backlight(before(0.1, 0.8), None) is None
    assert subject_backlight(before(0.1, 0.8), Subject((0.0, 0.0, 1.0, 1.0), 0.8)) is None


def test_backlight_of_faces_takes_the_most_prominent_and_no_passer_by():
    luminance = before(0.05, 0.6)
    assert face_backlight(luminance, (face_in(BOX), face_in((0.0, 0.0, 0.2, 0.2)))).ev < -3.0
    assert face_backlight(luminance, (face_in((0.5, 0.5, 0.53, 0.53)),)) is None
    assert face_backlight(luminance, ()) is None
    assert face_backlight(luminance, None) is None


def test_backlight_of_a_face_that_hangs_over_the_edge_is_read_inside_the_frame():
    assert np.isfinite(face_backlight(before(0.05, 0.6), (face_in((-0.2, 0.3, 0.2, 0.9)),)).ev)


def test_backlight_of_a_face_outside_the_frame_is_nothing():
    assert face_backlight(before(0.05, 0.6), (face_in((-0.5, -0.5, -0.2, -0.2)),)) is None
