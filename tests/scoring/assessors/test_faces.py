"""The faces of a photo, with a finder that says what it is told to, and with the real one where it is."""

import dataclasses
import json

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts, PixelSource
from scoring.assessment import WEIGHTS_MISSING
from scoring.assessors import faces
from scoring.engines.face_finder import FaceFinder
from scoring.frame import Frame
from tests.scoring.made_face import BIQ2021, OCEC, YUNET, made_face, needs_photos, needs_weights

EDGE_PX = 1800
OPEN, CLOSED = (0.95, 0.98), (0.02, 0.05)


def assess(*found, rgb=None, **facts):
    picture = grain() if rgb is None else rgb
    size_px = (picture.shape[1], picture.shape[0])
    return faces.assess(Frame(picture, size_px, ExifFacts(), find_faces=lambda _rgb, _smaller: found, **facts))


def grain(edge_px=EDGE_PX):
    """Patches with crisp edges on a plain ground: sharp everywhere, and no noise."""
    coarse = np.random.default_rng(3).integers(40, 215, (edge_px // 5, edge_px // 5), np.uint8)
    picture = cv2.resize(coarse, (edge_px, edge_px), interpolation=cv2.INTER_NEAREST)
    picture[-edge_px // 4 :] = 128
    return np.repeat(picture[..., None], 3, axis=2)


def blurred_at(rgb, face, blur_px=6.0):
    x0, y0, x1, y1 = (round(share * rgb.shape[0]) for share in face.box)
    copy = rgb.copy()
    copy[y0:y1, x0:x1] = cv2.GaussianBlur(rgb, (0, 0), blur_px)[y0:y1, x0:x1]
    return copy


def test_open_sharp_eyes_are_worth_most():
    said = assess(made_face(eyes_open=OPEN))
    assert said.level == "eyes open, sharp"
    assert said.value > 0.7
    assert said.confidence > 0.6


def test_closed_eyes_are_told_with_their_place():
    said = assess(made_face(x=0.2, eyes_open=CLOSED))
    assert (said.level, said.reasons) == ("eyes closed", ("Eyes closed or lowered on the face at the left.",))
    assert said.value < 0.2
    assert said.confidence > 0.6


def test_soft_eyes_in_a_sharp_photo_are_told():
    face = made_face(width=0.3, eyes_open=OPEN)
    said = assess(face, rgb=blurred_at(grain(), face))
    assert said.level == "eyes soft"
    assert said.value < assess(face).value - 0.2


def test_the_worst_face_that_counts_decides_and_a_bystander_does_not():
    principal = made_face(x=0.3, eyes_open=OPEN)
    friend, bystander = made_face(x=0.7, width=0.18, eyes_open=CLOSED), made_face(x=0.9, width=0.06, eyes_open=CLOSED)
    assert assess(principal, friend).level == "eyes closed"
    assert assess(principal, bystander).level == "eyes open, sharp"


def test_a_smaller_face_costs_less_than_the_largest():
    principal = made_face(x=0.3, eyes_open=OPEN)
    smaller, equal = (made_face(x=0.7, width=width, eyes_open=CLOSED) for width in (0.1, 0.2))
    assert assess(principal, smaller).value > assess(principal, equal).value + 0.2


def test_closed_eyes_of_a_smaller_face_are_told_and_the_value_is_the_main_ones():
    principal, smaller = made_face(x=0.3, eyes_open=OPEN), made_face(x=0.7, width=0.083, eyes_open=CLOSED)
    said = assess(principal, smaller)
    assert said.value == assess(principal).value
    assert said.level == "eyes closed on a smaller face"
    assert said.reasons[-1] == "Eyes closed or lowered on a face at the right."


def test_a_face_that_cannot_be_judged_leaves_the_judgement_to_the_others():
    said = assess(made_face(x=0.3, turn=0.8), made_face(x=0.7, eyes_open=OPEN))
    assert said.level == "eyes open, sharp"
    assert said.evidence["not_judged"] == {"turned away": 1.0}


@pytest.mark.parametrize(
    ("face", "why"), [(made_face(turn=0.8), "turned away"), (made_face(width=0.033), "too small in the picture")]
)
def test_profiles_and_tiny_faces_abstain_and_say_why(face, why):
    said = assess(face)
    assert said.abstained
    assert said.reasons == (f"The eyes of the face at the centre cannot be judged: it is {why}.",)


def test_a_photo_without_a_face_is_not_punished():
    said = assess()
    assert said.abstained
    assert said.reasons == ("No face found.",)


def test_without_a_finder_it_says_how_to_get_one():
    said = faces.assess(Frame(grain(), (EDGE_PX, EDGE_PX), ExifFacts()))
    assert said.abstained
    assert "assist weights pull faces" in said.reasons[0]
    assert said.evidence[WEIGHTS_MISSING] == "faces"


def test_a_reduced_picture_is_trusted_less():
    full = assess(made_face(eyes_open=OPEN))
    reduced = assess(made_face(eyes_open=OPEN), rgb=grain(600))
    preview = assess(made_face(eyes_open=OPEN), pixel_source=PixelSource.EMBEDDED_PREVIEW)
    assert reduced.confidence == preview.confidence < full.confidence


def test_evidence_is_plain_and_boxes_are_in_the_full_size_picture():
    said = assess(made_face(x=0.3, eyes_open=OPEN), made_face(x=0.7), made_face(y=0.9, width=0.02))
    evidence = json.loads(json.dumps(said.evidence))
    assert evidence["faces"] == 3
    assert evidence["faces_px"] == [360, 666, 720, 1134, 1080, 666, 1440, 1134]
    assert evidence["eyes_open"] == [0.98, -1.0]
    assert len(evidence["eye_sharpness"]) == len(evidence["cut_off"]) == 2


def test_a_crowd_stays_compact():
    crowd = [made_face(x=(step % 20) / 20, y=step / 300, width=0.05 + step / 1e5) for step in range(250)]
    said = assess(*crowd)
    assert said.evidence["faces"] == 250
    assert len(said.evidence["faces_px"]) == 4 * 12


@pytest.mark.parametrize("size_px", [(1, 1), (1, 4000), (4000, 1), (33, 33), (40, 3000), (700, 700)])
@pytest.mark.parametrize("code", [0, 128, 255])
@pytest.mark.parametrize("face", [made_face(eyes_open=OPEN), made_face(x=1.2, y=-0.3), made_face(width=0.0)])
def test_blank_tiny_and_endless_pictures_give_finite_numbers_or_an_abstention(size_px, code, face):
    said = assess(face, rgb=np.full((*size_px, 3), code, np.uint8))
    assert np.isfinite([said.value, said.confidence]).all()
    assert said.reasons[0]
    json.dumps(said.evidence)


@pytest.fixture(scope="module")
def real():
    return FaceFinder(YUNET, OCEC)


@needs_weights
@needs_photos
@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("ss03_4262.jpg", "eyes open, sharp"),
        ("ss02_898.jpg", "eyes closed"),
        ("ss03_240.jpg", "eyes closed"),
        ("ss01_986.jpg", "eyes soft"),
        ("ss03_121.jpg", "cannot judge"),
        ("ss03_4881.jpg", "cannot judge"),
    ],
)
def test_real_photos_are_told_as_a_photographer_sees_them(real, name, level):
    rgb = cv2.cvtColor(cv2.imread(str(BIQ2021 / name)), cv2.COLOR_BGR2RGB)
    assert faces.assess(Frame(rgb, (512, 512), ExifFacts(), find_faces=real)).level == level


@needs_weights
def test_no_camera_photo_has_a_face(real, camera_frame):
    """Sixteen pictures of things, animals and views: nobody looks at us in any."""
    said = faces.assess(dataclasses.replace(camera_frame, find_faces=real))
    assert said.reasons == ("No face found.",)
