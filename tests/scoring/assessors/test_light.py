"""What the light assessor promises."""

import json

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.light import ASSESSOR, FAULTLESS
from scoring.face import Face
from scoring.frame import Frame


def frame_of(rgb, faces=None):
    find = None if faces is None else lambda _rgb, _smaller: faces
    return Frame(np.ascontiguousarray(rgb), (rgb.shape[1], rgb.shape[0]), ExifFacts(), find_faces=find)


def scene(low=30, high=220):
    """Grains of all tones."""
    tones = np.random.default_rng(3).uniform(low, high, (40, 60, 1)).repeat(3, axis=2)
    return np.kron(tones, np.ones((6, 6, 1))).astype(np.uint8)


def portrait(face, around):
    rgb = scene(around - 15, around + 15)
    rgb[60:160, 140:220] = face
    box = (140 / 360, 60 / 240, 220 / 360, 160 / 240)
    return rgb, (Face(box, 0.9, ((0.45, 0.4), (0.55, 0.4)), (0.5, 0.5), ((0.45, 0.6), (0.55, 0.6))),)


def test_light_of_an_ordinary_scene_is_normal_and_without_fault():
    result = ASSESSOR.assess(frame_of(scene()))
    assert result.level == "normal contrast"
    assert result.value >= FAULTLESS


def test_light_of_no_camera_photo_is_faulted(camera_frame):
    result = ASSESSOR.assess(camera_frame)
    assert result.level in {"soft contrast", "normal contrast", "contrasty", "silhouette"}
    assert 0.65 <= result.value <= 0.85


def test_light_is_worth_more_the_more_places_stand_out_and_tells_why():
    dull, plain, lively = (
        ASSESSOR.assess(frame_of(cv2.GaussianBlur(scene(), (0, 0), sigma) if sigma else scene()))
        for sigma in (5.0, 3.0, 0.0)
    )
    assert dull.value < plain.value < lively.value
    assert lively.reasons[0].endswith("with strong local contrast.")


@pytest.mark.parametrize(
    ("tones", "words"), [((140, 160), "fog, haze or dull light"), ((15, 25), "dark"), ((215, 235), "high key")]
)
def test_light_of_a_flat_scene_is_told_as_what_it_may_be_and_hardly_sure(tones, words):
    smooth = np.linspace(*tones, 240)[:, None, None] * np.ones((1, 360, 3))
    flat, plain = ASSESSOR.assess(frame_of(smooth.astype(np.uint8))), ASSESSOR.assess(frame_of(scene()))
    assert flat.level == "flat"
    assert words in flat.reasons[0]
    assert flat.confidence <= 0.5 * plain.confidence
    assert 0.5 <= flat.value < FAULTLESS - 0.2 < plain.value


def test_light_from_behind_is_told_of_a_face():
    result = ASSESSOR.assess(frame_of(*portrait(40, 210)))
    assert result.level == "backlit"
    assert result.value < FAULTLESS - 0.2
    assert result.evidence["face_backlight_ev"] < -2.0
    assert "EV darker" in result.reasons[0]


@pytest.mark.parametrize(("face", "around"), [(150, 210), (40, 50), (180, 60)])
def test_light_on_a_face_that_is_lit_or_in_dark_surroundings_is_not_called_backlit(face, around):
    assert ASSESSOR.assess(frame_of(*portrait(face, around))).level != "backlit"


def test_light_claims_nothing_of_a_dark_thing_that_is_no_face():
    rgb, _ = portrait(20, 210)
    result = ASSESSOR.assess(frame_of(rgb))
    assert result.level != "backlit"
    assert result.evidence["backlight_ev"] < -3.0
    assert "dark by nature, or lit from behind" in result.reasons[-1]


def test_light_of_a_skyline_before_the_evening_sky_is_a_silhouette_and_no_fault():
    rgb = (np.linspace(190, 130, 240)[:, None, None] * np.ones((1, 360, 3))).astype(np.uint8)
    rgb[190:], rgb[130:190, 60:120], rgb[150:190, 200:300] = 4, 4, 4
    result = ASSESSOR.assess(frame_of(rgb))
    assert result.level == "silhouette"
    assert result.value == FAULTLESS


@pytest.mark.parametrize("shape", [(1, 1), (20, 900), (300, 400), (40, 4000)])
@pytest.mark.parametrize("code", [0, 128, 255])
def test_light_of_an_even_or_tiny_frame_is_not_judged(shape, code):
    assert ASSESSOR.assess(frame_of(np.full((*shape, 3), code, np.uint8))).abstained


def test_a_moon_on_black_is_no_light_to_judge_and_not_called_one_tone_altogether():
    rgb = np.zeros((1000, 1500, 3), np.uint8)
    cv2.circle(rgb, (700, 500), 50, (220, 215, 200), -1)
    said = ASSESSOR.assess(frame_of(rgb))
    assert said.abstained
    assert said.reasons[0].startswith("All but a small part of the frame is one even tone")
    assert ASSESSOR.assess(frame_of(0 * rgb)).reasons[0].startswith("The frame is one even tone")


def test_light_evidence_is_json():
    evidence = ASSESSOR.assess(frame_of(*portrait(40, 210))).evidence
    assert json.loads(json.dumps(dict(evidence))) == evidence


def test_a_thing_before_black_is_told_of_without_comparing_it_with_black():
    rgb = np.zeros((400, 600, 3), np.uint8)
    cv2.circle(rgb, (300, 200), 90, (200, 190, 150), -1)
    said = ASSESSOR.assess(frame_of(rgb))
    assert any("lit before black surroundings" in reason for reason in said.reasons)
    assert "EV brighter" not in "".join(said.reasons)


@pytest.mark.parametrize(("thing", "ground", "told"), [(230, 40, "brighter"), (12, 150, "darker")])
def test_a_thing_apart_from_its_surroundings_is_told_in_plain_words(thing, ground, told):
    rgb = np.full((400, 600, 3), ground, np.uint8)
    cv2.circle(rgb, (300, 200), 90, (thing,) * 3, -1)
    (sentence,) = (reason for reason in ASSESSOR.assess(frame_of(rgb)).reasons if "eye" in reason)
    assert "the eye is drawn to a part that is " in sentence.lower()
    assert f"EV {told} than its surroundings" in sentence
