"""What is plainly wrong with a photo by itself."""

import pytest

from scoring.ranking.picks.own_faults import CLOSED_EYES, FOCUS_FAULTS, SURE_VERDICT, own_faults
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, faces, focus, photo

OPEN, CLOSED = 0.99, 0.02


@pytest.mark.parametrize("verdict", FOCUS_FAULTS)
def test_a_plain_verdict_is_a_fault_and_a_doubtful_one_is_none(verdict):
    assert own_faults(photo(1, focus=focus(verdict=verdict, confidence=SURE_VERDICT))) == [FOCUS_FAULTS[verdict]]
    assert own_faults(photo(1, focus=focus(verdict=verdict, confidence=SURE_VERDICT - 0.01))) == []


def test_sharp_photos_and_photos_not_judged_have_no_fault():
    for said in ({"focus": focus()}, {"focus": NOT_JUDGED, "faces": NOT_JUDGED}, {}):
        assert own_faults(photo(1, **said)) == []


def test_a_main_face_with_closed_eyes_is_a_fault_and_a_passer_by_is_none():
    assert own_faults(photo(1, faces=faces((3000, 800, CLOSED, 0.5)))) == [CLOSED_EYES]
    assert own_faults(photo(1, faces=faces((3000, 800, OPEN, 0.5), (500, 100, CLOSED, 0.5)))) == []
    assert own_faults(photo(1, faces=faces((3000, 800, None, 0.5)))) == []


def test_two_faults_are_both_told_the_focus_first():
    both = photo(1, focus=focus(verdict="soft"), faces=faces((3000, 800, CLOSED, 0.5)))
    assert own_faults(both) == [FOCUS_FAULTS["soft"], CLOSED_EYES]
