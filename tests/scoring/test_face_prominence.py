"""Which faces a photo is about."""

import pytest

from scoring.face_prominence import MOST_PROMINENT, SMALLEST_FACE, by_prominence, main_face, prominent, size_weights
from tests.scoring.made_face import made_face


def test_the_larger_the_more_central_and_the_surer_face_comes_first():
    middle, corner = made_face(), made_face(x=0.1, y=0.1)
    small, unsure = made_face(width=0.1), made_face(confidence=0.6)
    for lesser in (corner, small, unsure):
        assert by_prominence([lesser, middle]) == (middle, lesser)


def test_a_bystander_does_not_count_and_one_of_the_group_counts_in_full():
    principal, beside, farther, bystander = (made_face(width=width) for width in (0.2, 0.15, 0.11, 0.07))
    faces = (principal, beside, farther, bystander)
    assert prominent(faces) == (principal, beside, farther)
    assert size_weights(faces)[:2] == (1.0, 1.0)
    assert 0.0 < size_weights(faces)[2] < 1.0
    assert size_weights(faces)[3] == 0.0


def test_of_a_crowd_only_so_many_are_looked_at():
    assert len(prominent([made_face(x=step / 300) for step in range(300)])) == MOST_PROMINENT


@pytest.mark.parametrize("faces", [(), (made_face(width=0.0),)])
def test_no_face_and_a_face_without_width_count_nothing(faces):
    assert prominent(faces) == ()


def test_main_face_is_the_first_that_is_large_enough():
    passer_by, lead, other = made_face(width=0.02), made_face(width=0.2), made_face(width=0.4)
    assert passer_by.area < SMALLEST_FACE
    assert main_face((passer_by, lead, other)) is lead


@pytest.mark.parametrize("faces", [None, (), (made_face(width=0.02),)])
def test_photo_without_a_large_face_has_no_main_one(faces):
    assert main_face(faces) is None
