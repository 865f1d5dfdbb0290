"""What is said of the faces."""

import dataclasses

import pytest

from scoring.assessors.eye_state import EyeState
from scoring.assessors.face_findings import FaceFinding, Unjudged
from scoring.assessors.face_words import abstention, level_of, sentence_about
from tests.scoring.made_face import made_face

FINE = FaceFinding(made_face(x=0.2), 1.0, EyeState.OPEN, 0.5, 0.7, False, None)
CLOSED = dataclasses.replace(FINE, state=EyeState.CLOSED)
SOFT = dataclasses.replace(FINE, sharpness=0.15)
CUT = dataclasses.replace(FINE, is_cut=True)
SMALLER = dataclasses.replace(FINE, face=made_face(x=0.8, width=0.15))


@pytest.mark.parametrize(
    ("found", "level", "sentence"),
    [
        (FINE, "eyes open, sharp", "The eyes of the face at the left are open and sharp."),
        (CLOSED, "eyes closed", "Eyes closed or lowered on the face at the left."),
        (SOFT, "eyes soft", "The eyes of the face at the left are soft, while the photo is sharper elsewhere."),
        (
            dataclasses.replace(SOFT, rest=0.2),
            "soft throughout",
            "The eyes of the face at the left are soft, as is the whole photo.",
        ),
        (CUT, "face cut off", "The edge of the frame cuts through the face at the left."),
        (
            dataclasses.replace(FINE, state=EyeState.UNSURE, sharpness=0.3),
            "eyes slightly soft",
            "The eyes of the face at the left are not quite crisp at 100 %.",
        ),
        (
            dataclasses.replace(FINE, sharpness=None),
            "eyes open",
            "The eyes of the face at the left are open.",
        ),
    ],
)
def test_one_face_is_told_with_its_place(found, level, sentence):
    assert level_of(found) == level
    assert sentence_about(found, [found]) == sentence


def test_among_several_the_one_at_fault_is_named():
    smaller = dataclasses.replace(SMALLER, state=EyeState.CLOSED)
    assert sentence_about(CLOSED, [CLOSED, SMALLER]) == "Eyes closed or lowered on the largest face, at the left."
    assert sentence_about(smaller, [FINE, smaller]) == "Eyes closed or lowered on a face at the right."


def test_of_several_without_fault_none_is_singled_out():
    assert sentence_about(SMALLER, [FINE, SMALLER]) == "The eyes of the faces that count are open and sharp."


def test_a_face_beyond_the_frame_has_a_place_in_it():
    outside = dataclasses.replace(CUT, face=made_face(x=-0.1))
    assert sentence_about(outside, [outside]) == "The edge of the frame cuts through the face at the left."


def test_abstentions_say_why():
    turned = dataclasses.replace(FINE, unjudged=Unjudged.TURNED_AWAY)
    small = dataclasses.replace(SMALLER, unjudged=Unjudged.TOO_SMALL)
    assert abstention([turned]) == "The eyes of the face at the left cannot be judged: it is turned away."
    assert abstention([turned, small]) == (
        "None of the 2 faces that count can be judged; the most prominent is turned away."
    )
