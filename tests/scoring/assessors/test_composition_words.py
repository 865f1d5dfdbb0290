"""Composition in a photographer's words."""

import pytest

from scoring.assessors.composition_words import balance_sentences, cut_sentences, subject_sentence
from scoring.assessors.framing import Framing
from scoring.subject import Subject

WHOLE = (0.05, 0.1, 1.0, 1.0)


@pytest.mark.parametrize(
    ("box", "confidence", "sentence"),
    [
        ((0.4, 0.4, 0.6, 0.6), 0.9, "Subject sits in the centre."),
        ((0.8, 0.4, 1.0, 0.6), 0.9, "Subject sits at the right."),
        ((0.2, 0.2, 0.45, 0.45), 0.9, "Subject sits near the upper left third."),
        ((0.2, 0.2, 0.45, 0.45), 0.3, "The eye goes to the upper left third."),
        (WHOLE, 0.9, "Subject fills most of the frame."),
        (WHOLE, 0.25, "What draws the eye covers most of the frame."),
    ],
)
def test_only_what_is_surely_the_subject_is_called_so(box, confidence, sentence):
    assert subject_sentence(Subject(box, confidence)) == sentence


def test_a_cut_face_is_told_before_a_cut_subject():
    assert cut_sentences(Framing(("left",), ("top", "right"), None, None)) == [
        "A face is cut off at the top and right edge."
    ]
    assert cut_sentences(Framing(("left",), (), None, None)) == ["Subject is cut off at the left edge."]
    assert cut_sentences(Framing((), (), None, None)) == []


def test_balance_is_told_only_where_it_is_plainly_on_one_side():
    assert balance_sentences((0.55, 0.9)) == []
    assert balance_sentences((0.3, 0.5)) == ["Most of what draws the eye lies on the left."]
