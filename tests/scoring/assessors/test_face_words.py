"""What is said of the faces."""

import dataclasses

import pytest

from scoring.assessors.eye_state import EyeState
from scoring.assessors.face_findings import FaceFinding, Unjudged
from scoring.assessors.face_words import abstention, level_among, level_of, sentences
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
            "The face at the left is not quite crisp at 100 % around the eyes.",
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
    assert sentences(found, [found]) == (sentence,)


def test_among_several_the_one_at_fault_is_named():
    smaller = dataclasses.replace(SMALLER, state=EyeState.CLOSED)
    assert sentences(CLOSED, [CLOSED, SMALLER]) == ("Eyes closed or lowered on the largest face, at the left.",)
    assert sentences(smaller, [FINE, smaller]) == ("Eyes closed or lowered on a face at the right.",)


@pytest.mark.parametrize(
    ("differing", "words"),
    [
        ({}, "The eyes of the faces that count are open and sharp."),
        ({"state": EyeState.UNSURE}, "The faces that count are sharp around the eyes."),
        ({"sharpness": None}, "The eyes of the faces that count are open."),
    ],
)
def test_of_several_without_fault_none_is_singled_out(differing, words):
    counted = [dataclasses.replace(one, **differing) for one in (FINE, SMALLER)]
    assert sentences(counted[1], counted) == (words,)


def test_closed_eyes_of_a_smaller_face_are_told_beside_the_main_one():
    smaller = dataclasses.replace(SMALLER, state=EyeState.CLOSED)
    assert sentences(FINE, [FINE, smaller]) == (
        "The eyes of the largest face, at the left, are open and sharp.",
        "Eyes closed or lowered on a face at the right.",
    )
    assert level_among(FINE, [FINE, smaller]) == "eyes closed on a smaller face"
    assert level_among(SOFT, [SOFT, smaller]) == "eyes soft"


@pytest.mark.parametrize(
    "differing",
    [{"state": EyeState.UNSURE, "sharpness": None}, {"unjudged": Unjudged.TURNED_AWAY}, {"sharpness": 0.1}],
)
def test_what_is_not_known_of_every_face_is_said_of_one(differing):
    other = dataclasses.replace(SMALLER, **differing)
    assert sentences(FINE, [FINE, other]) == ("The eyes of the largest face, at the left, are open and sharp.",)


def test_all_are_called_open_only_if_each_is():
    unsure = dataclasses.replace(SMALLER, state=EyeState.UNSURE)
    assert sentences(FINE, [FINE, unsure]) == ("The eyes of the largest face, at the left, are open and sharp.",)
    assert sentences(unsure, [FINE, unsure]) == ("A face at the right is sharp around the eyes.",)


def test_eyes_that_may_be_covered_are_not_called_sharp():
    sunglasses = dataclasses.replace(FINE, state=EyeState.UNSURE)
    assert sentences(sunglasses, [sunglasses]) == ("The face at the left is sharp around the eyes.",)
    assert sentences(sunglasses, [sunglasses, dataclasses.replace(SMALLER, sharpness=0.2)]) == (
        "The largest face, at the left, is sharp around the eyes.",
    )


def test_only_the_face_that_is_not_quite_crisp_is_called_so():
    slightly_soft = dataclasses.replace(FINE, sharpness=0.3)
    assert sentences(slightly_soft, [slightly_soft, SMALLER]) == (
        "The eyes of the faces that count are open; on the largest face, at the left, they are not quite crisp at 100 %.",
    )


def test_closed_eyes_of_a_face_that_cannot_be_judged_are_not_told():
    turned = dataclasses.replace(SMALLER, state=EyeState.CLOSED, unjudged=Unjudged.TURNED_AWAY)
    assert len(sentences(FINE, [FINE, turned])) == 1
    assert level_among(FINE, [FINE, turned]) == "eyes open, sharp"


def test_all_closed_eyes_are_told_and_many_are_counted():
    also = dataclasses.replace(SMALLER, state=EyeState.CLOSED)
    assert sentences(CLOSED, [CLOSED, also]) == (
        "Eyes closed or lowered on the largest face, at the left, and on a face at the right.",
    )
    assert sentences(CLOSED, [CLOSED, also, also]) == ("Eyes closed or lowered on 3 of the 3 faces that count.",)


def test_a_face_beyond_the_frame_has_a_place_in_it():
    outside = dataclasses.replace(CUT, face=made_face(x=-0.1))
    assert sentences(outside, [outside]) == ("The edge of the frame cuts through the face at the left.",)


def test_abstentions_say_why():
    turned = dataclasses.replace(FINE, unjudged=Unjudged.TURNED_AWAY)
    small = dataclasses.replace(SMALLER, unjudged=Unjudged.TOO_SMALL)
    assert abstention([turned]) == "The eyes of the face at the left cannot be judged: it is turned away."
    noisy = dataclasses.replace(FINE, unjudged=Unjudged.NOISY)
    assert abstention([noisy]) == "The eyes of the face at the left cannot be judged: it is too noisy."
    assert abstention([turned, small]) == (
        "None of the 2 faces that count can be judged; the most prominent is turned away."
    )
