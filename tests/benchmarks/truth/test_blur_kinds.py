"""What is printed of the kinds of blur."""

import pytest

from tests.benchmarks.truth.blur_kinds import BEFORE_BLUR, never_soft


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        (["sharp_subject", "motion_blur"], "Of 2 sharp subjects before a blurred background none was called soft."),
        (["soft", "sharp_subject"], "Of 2 sharp subjects before a blurred background 1 was called soft."),
        (["soft", "soft"], "Of 2 sharp subjects before a blurred background 2 were called soft."),
    ],
)
def test_sharp_subjects_that_were_called_soft_are_counted_in_words(verdicts, words):
    assert never_soft([("defocused", "soft"), *((BEFORE_BLUR, verdict) for verdict in verdicts)]) == words
