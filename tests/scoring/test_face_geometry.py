"""How a face lies in its picture."""

import dataclasses

import pytest

from scoring.face_geometry import eye_line, is_too_small, is_turned_away, turned_by
from tests.scoring.made_face import made_face

SIZE_PX = (1000, 1000)


def test_eyes_are_measured_in_pixels_of_both_directions():
    face = dataclasses.replace(made_face(), eyes=((0.4, 0.2), (0.4, 0.6)))
    along, distance = eye_line(face, (2000, 500))
    assert along.tolist() == pytest.approx([0.0, 1.0])
    assert distance == pytest.approx(200.0)


@pytest.mark.parametrize(("turn", "away"), [(0.0, False), (0.45, False), (-0.45, False), (0.55, True), (-0.8, True)])
def test_a_face_whose_nose_stands_below_an_eye_is_turned_away(turn, away):
    face = made_face(turn=turn)
    assert turned_by(face, SIZE_PX) == pytest.approx(abs(turn))
    assert is_turned_away(face, SIZE_PX) is away


def test_a_nod_is_no_turn():
    face = made_face()
    assert turned_by(dataclasses.replace(face, nose=(0.5, 0.9)), SIZE_PX) == pytest.approx(0.0)


@pytest.mark.parametrize(("width_px", "small"), [(400, True), (460, False)])
def test_eyes_under_40_pixels_apart_are_too_small(width_px, small):
    assert is_too_small(made_face(width=0.2), (width_px, width_px)) is small


def test_eyes_in_one_place_are_a_face_seen_from_the_side():
    face = dataclasses.replace(made_face(), eyes=((0.4, 0.4), (0.4, 0.4)))
    assert eye_line(face, SIZE_PX)[1] == 0.0
    assert is_turned_away(face, SIZE_PX)
    assert is_too_small(face, SIZE_PX)
