"""Advice as marks: what was asked for, and no more."""

import pytest

from index.photo.marks import CropBox, Flag, Marks
from scoring.ranking.advised_marks import USUAL_ADVICE, Advice, advised_marks
from scoring.ranking.picks.choice import Decision

EVERYTHING = frozenset(Advice)
CROP = CropBox(0.1, 0.1, 0.9, 0.9)


@pytest.mark.parametrize(
    ("decision", "flag", "label"),
    [
        (Decision.KEEPER, Flag.PICK, "Green"),
        (Decision.ALTERNATE, None, "Yellow"),
        (Decision.REJECT_CANDIDATE, Flag.REJECT, "Red"),
    ],
)
def test_a_decision_is_told_by_flag_label_and_keyword(decision, flag, label):
    marks = advised_marks(71.3, decision, EVERYTHING, CROP)
    keyword = f"photo-assist|assist-{decision.value.replace('_', '-')}"
    assert marks == Marks(4, flag, (label,), (keyword,), CROP)


@pytest.mark.parametrize("decision", Decision)
def test_nothing_is_flagged_unless_asked_for(decision):
    marks = advised_marks(71.3, decision, USUAL_ADVICE, CROP)
    assert (marks.flag, marks.keywords, marks.crop) == (None, (), None)
    assert marks.rating == 4
    assert marks.labels


def test_a_photo_without_a_decision_has_its_stars_alone():
    assert advised_marks(10.0, None, EVERYTHING) == Marks(rating=1)


def test_nothing_asked_for_is_nothing_said():
    assert advised_marks(71.3, Decision.KEEPER, frozenset(), CROP) == Marks()
