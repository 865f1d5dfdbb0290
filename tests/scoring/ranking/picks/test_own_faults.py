"""What is plainly wrong with a photo by itself."""

import pytest

from scoring.assessment import Assessment
from scoring.ranking.picks.own_faults import BLURRED, CLOSED_EYES, FOCUS_FAULTS, SURE_VERDICT, own_faults
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, black, faces, focus, light, photo

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


def clauses(**said):
    return [clause for _, clause in own_faults(photo(1, **said))]


@pytest.mark.parametrize(
    ("exposure", "clause"),
    [
        (black(), "it is nearly black"),
        (light(3.3, blown=0.65), "65 % of it is white"),
        (light(-4.8), "it is about 5 EV too dark"),
        (light(2.1), "it is about 2 EV too bright"),
    ],
)
def test_an_exposure_that_is_severely_wrong_is_told(exposure, clause):
    assert clauses(exposure=exposure) == [clause]


@pytest.mark.parametrize("exposure", [light(-1.5), light(-3.0, dark_mood=0.8), light(2.0, high_key=1.0)])
def test_a_little_dark_or_what_may_be_meant_is_no_fault(exposure):
    assert clauses(exposure=exposure) == []


def test_softness_is_told_where_focus_abstains():
    blurred = Assessment(0.4, 0.5, "blurred", ("Reason.",))
    assert own_faults(photo(1, sharpness=blurred, focus=NOT_JUDGED)) == [BLURRED]
    assert own_faults(photo(1, sharpness=blurred, focus=focus())) == []
    assert clauses(sharpness=blurred, exposure=black()) == ["it is nearly black"]
