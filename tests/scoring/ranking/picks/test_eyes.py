"""The eyes of a photo: the worst face that counts, smaller ones less."""

import pytest

from scoring.ranking.picks.eyes import eye_sharpness, eyes_open, seen_faces
from scoring.ranking.picks.subject_sharpness import visible_sharpness
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, faces, photo


def people(*each):
    return photo(1, faces=faces(*each))


def test_one_closed_pair_among_open_ones_counts_as_closed():
    assert eyes_open(people((1000, 500, 0.99, 0.4), (3000, 500, 0.02, 0.4))) == 0.0
    assert eyes_open(people((1000, 500, 0.99, 0.4), (3000, 500, 0.95, 0.4))) == 1.0


def test_a_smaller_face_counts_less_and_a_passer_by_nothing():
    smaller = eyes_open(people((1000, 1000, 0.99, 0.4), (3000, 550, 0.02, 0.4)))
    assert smaller == pytest.approx(0.5)
    assert eyes_open(people((1000, 1000, 0.99, 0.4), (3000, 300, 0.02, 0.4))) == 1.0


def test_half_closed_is_neither():
    assert eyes_open(people((1000, 500, 0.5, 0.4))) is None


def test_the_softest_eyes_decide_and_closed_ones_take_no_part():
    assert eye_sharpness(people((1000, 500, 0.99, 0.5), (3000, 500, 0.99, 0.2))) == pytest.approx(
        visible_sharpness(0.2)
    )
    assert eye_sharpness(people((1000, 500, 0.99, 0.5), (3000, 500, 0.02, 0.2))) == pytest.approx(
        visible_sharpness(0.5)
    )


def test_what_could_not_be_told_stays_untold():
    (face,) = seen_faces(people((1000, 500, None, None)))
    assert (face.open_probability, face.sharpness) == (None, None)
    assert eyes_open(people((1000, 500, None, 0.4))) is None
    assert eye_sharpness(people((1000, 500, 0.9, None))) is None


def test_a_photo_whose_faces_were_not_judged_has_none():
    assert seen_faces(photo(1)) == seen_faces(photo(1, faces=NOT_JUDGED)) == ()
