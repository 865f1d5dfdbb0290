"""When a low rating is said to be unexplained."""

from __future__ import annotations

import pytest

from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.profile import load_profile
from scoring.ranking.unexplained import low_rating_words
from scoring.rating_distribution import Quality

FINE = Assessment(0.9, 0.8, "normal", ("Fine.",))
LOW, HIGH = (Quality("any", tuple(float(bucket == most) for bucket in range(1, 11))) for most in (3, 7))


def words(quality, **assessments):
    return low_rating_words(quality, {"exposure": FINE, "sharpness": FINE, **assessments}, load_profile())


def test_low_rating_beside_fine_factors_is_said_to_be_unexplained():
    assert words(LOW) == "None of the measured factors explains the low rating."


def test_nothing_is_said_of_a_rating_that_is_not_low():
    assert words(HIGH) is None


@pytest.mark.parametrize(("value", "confidence", "explained"), [(0.5, 0.8, True), (0.2, 0.1, False)])
def test_a_low_factor_explains_as_far_as_it_is_sure(value, confidence, explained):
    said = words(LOW, exposure=Assessment(value, confidence, "slightly under", ("A little dark.",)))
    assert (said is None) is explained


def test_what_could_not_be_judged_is_named():
    assert words(LOW, focus=cannot_judge("Too small.")) == (
        "None of the measured factors explains the low rating; focus could not be judged."
    )
