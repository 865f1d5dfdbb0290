"""What is known of each face that counts."""

import dataclasses

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.eye_state import EyeState
from scoring.assessors.face_findings import CUT_SHARE, FaceFinding, Unjudged, findings, is_cut
from scoring.frame import Frame
from tests.scoring.made_face import made_face

SHARP = FaceFinding(made_face(), 1.0, EyeState.OPEN, 0.5, 0.7, False, None)


def test_the_sharper_the_eyes_the_better_and_closed_is_worst():
    values = [dataclasses.replace(SHARP, sharpness=sharpness).value for sharpness in (0.1, 0.2, 0.3, 0.5)]
    assert values == sorted(values)
    closed = dataclasses.replace(SHARP, state=EyeState.CLOSED, face=made_face(eyes_open=(0.0, 0.1)))
    assert closed.value < values[0]
    assert dataclasses.replace(SHARP, is_cut=True).value == pytest.approx(CUT_SHARE * SHARP.value)


def test_a_face_counts_the_less_the_smaller_it_is():
    soft = dataclasses.replace(SHARP, sharpness=0.1)
    weighted = [dataclasses.replace(soft, weight=weight).weighted_value for weight in (1.0, 0.5, 0.0)]
    assert weighted == sorted(weighted)
    assert weighted[0] == soft.value
    assert weighted[-1] == 1.0


def test_soft_eyes_are_told_from_a_soft_photo():
    soft = dataclasses.replace(SHARP, sharpness=0.2)
    assert (soft.soft, soft.softer_than_rest) == (True, True)
    assert not dataclasses.replace(soft, rest=0.25).softer_than_rest
    for fine in (dataclasses.replace(SHARP, sharpness=0.3), dataclasses.replace(SHARP, sharpness=None)):
        assert not fine.soft


@pytest.mark.parametrize(
    ("face", "cut"),
    [
        (made_face(), False),
        (made_face(x=0.08), False),
        (made_face(x=0.04), True),
        (made_face(x=0.97), True),
        (made_face(y=0.95), True),
        (made_face(y=0.06), False),
        (made_face(y=-0.05), True),
        (made_face(x=0.1, width=0.7), False),
    ],
)
def test_a_lost_cheek_chin_or_eye_is_a_cut_and_a_cropped_forehead_or_close_up_is_not(face, cut):
    assert is_cut(face) is cut


@pytest.mark.parametrize(
    ("face", "code", "why"),
    [
        (made_face(width=0.05), 90, Unjudged.TOO_SMALL),
        (made_face(turn=0.7), 90, Unjudged.TURNED_AWAY),
        (made_face(), 0, Unjudged.UNCLEAR),
        (made_face(eyes_open=(0.9, 0.9)), 0, None),
    ],
)
def test_what_hides_the_eyes_is_named(face, code, why):
    blank = Frame(np.full((700, 700, 3), code, np.uint8), (700, 700), ExifFacts())
    (found,) = findings(blank, (face,))
    assert found.unjudged is why


def test_noise_leaves_only_open_and_closed():
    rng = np.random.default_rng(2)
    noisy = np.clip(128 + rng.normal(0, 25, (900, 900, 3)), 0, 255).astype(np.uint8)
    (found,) = findings(Frame(noisy, (900, 900), ExifFacts()), (made_face(eyes_open=(0.9, 0.9)),))
    assert found.sharpness is None
    assert found.unjudged is None


def test_noise_is_named_where_it_hides_eyes_that_cannot_be_told_either():
    rng = np.random.default_rng(2)
    noisy = np.clip(190 + rng.normal(0, 14, (900, 900, 3)), 0, 255).astype(np.uint8)
    (found,) = findings(Frame(noisy, (900, 900), ExifFacts()), (made_face(),))
    assert found.unjudged is Unjudged.NOISY
