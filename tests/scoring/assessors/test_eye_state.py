"""What the eye classifier's probabilities are worth."""

import pytest

from scoring.assessors.eye_state import EyeState, closed_confidence, eye_state, open_probability
from tests.scoring.made_face import made_face


@pytest.mark.parametrize(
    ("eyes_open", "state"),
    [
        ((0.05, 0.1), EyeState.CLOSED),
        ((0.05, 0.95), EyeState.UNSURE),
        ((0.05, 0.4), EyeState.UNSURE),
        ((0.99, 0.99), EyeState.OPEN),
        ((None, None), EyeState.UNSURE),
        ((0.1, None), EyeState.CLOSED),
    ],
)
def test_both_eyes_must_be_closed_or_both_open(eyes_open, state):
    assert eye_state(made_face(eyes_open=eyes_open)) is state


def test_the_eye_more_likely_open_is_told():
    assert open_probability(made_face(eyes_open=(0.2, 0.7))) == 0.7
    assert open_probability(made_face()) is None


def test_closed_is_the_less_sure_the_more_likely_an_eye_is_open():
    sure, unsure = (closed_confidence(made_face(eyes_open=(0.0, value))) for value in (0.0, 0.24))
    assert 0.8 < sure <= 1.0
    assert 0.45 <= unsure < 0.5
