"""What the composition assessor promises: facts first, mild words, and a tilt with its sign."""

import json

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.composition import ASSESSOR
from scoring.frame import Frame

CLASSES = {"rule_of_thirds", "centre", "horizontal", "symmetric", "diagonal", "vertical"}


def assess(rgb, size_px=None):
    return ASSESSOR.assess(Frame(rgb, size_px or (rgb.shape[1], rgb.shape[0]), ExifFacts()))


def meadow(size=(800, 1200)):
    grass = np.random.default_rng(2).normal(0, 10, (*size, 1)) + np.array([70, 110, 60])
    return np.clip(grass, 0, 255).astype(np.uint8)


def poppy(centre, radius=80):
    return cv2.circle(meadow(), centre, radius, (230, 50, 40), -1)


def sea(tilt_deg, size=(800, 1200)):
    rows, cols = np.indices(size)
    edge = size[0] / 2 + (cols - size[1] / 2) * np.tan(np.radians(tilt_deg))
    blue = np.where((rows > edge)[..., None], (40, 70, 100), (160, 180, 210))
    return cv2.GaussianBlur(blue.astype(np.uint8), (0, 0), 1)


@pytest.mark.parametrize(
    ("centre", "sentence"),
    [
        ((400, 400), "Subject sits near the left third."),
        ((800, 267), "Subject sits near the upper right third."),
        ((600, 400), "Subject sits in the centre."),
    ],
)
def test_subject_is_placed_in_words(centre, sentence):
    assert assess(poppy(centre)).reasons[0] == sentence


def test_subject_box_is_in_full_size_pixels():
    judged = assess(poppy((400, 400)), size_px=(6000, 4000))
    wanted = np.array([320, 320, 480, 480]) * 5
    assert np.abs(np.array(judged.evidence["subject_px"]) - wanted).max() <= 200


def test_picture_without_a_subject_or_horizon_is_not_judged():
    judged = assess(meadow())
    assert judged.evidence["subject_px"] is None
    assert judged.abstained
    assert judged.reasons == ("No clear subject, and nothing in the picture shows which way is level.",)


@pytest.mark.parametrize("tilt_deg", [-6, -4, -2, -1, 1, 2, 4, 6])
def test_tilted_horizon_is_measured_with_its_sign(tilt_deg):
    judged = assess(sea(tilt_deg))
    assert judged.evidence["tilt_deg"] == pytest.approx(tilt_deg, abs=0.3)


def test_tilted_horizon_lowers_the_value_mildly_and_is_said_first():
    level, tilted = assess(sea(0)), assess(sea(4))
    assert level.value - 0.25 < tilted.value < level.value
    assert tilted.level == "tilted horizon"
    assert tilted.reasons[0] == "The picture tilts 4.0° to the right, as its level lines show."


def test_picture_without_a_horizon_has_no_tilt():
    evidence = assess(poppy((400, 400))).evidence
    assert (evidence["tilt_deg"], evidence["tilt_confidence"]) == (None, 0.0)


def test_subject_cut_by_the_frame_lowers_the_value_mildly_and_is_said_first():
    whole, cut = assess(poppy((400, 400))), assess(poppy((10, 400), radius=200))
    assert cut.level == "subject cut off"
    assert cut.reasons[0] == "Subject is cut off at the left edge."
    assert whole.value - 0.15 < cut.value < whole.value


def test_composition_never_speaks_with_certainty():
    assert all(assess(rgb).confidence <= 0.5 for rgb in (poppy((400, 400)), sea(3), meadow()))


def test_classes_are_named_and_lie_in_0_to_1():
    classes = assess(poppy((400, 400))).evidence["classes"]
    assert set(classes) == CLASSES
    assert all(0.0 <= strength <= 1.0 for strength in classes.values())


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (40, 60)])
def test_tiny_picture_is_judged_without_a_subject(size):
    assert assess(np.full((*size, 3), 128, np.uint8)).evidence["subject_px"] is None


def test_evidence_is_plain_json():
    json.dumps(dict(assess(poppy((400, 400))).evidence), allow_nan=False)


def test_camera_photo_is_described_in_plain_sentences(camera_frame):
    judged = ASSESSOR.assess(camera_frame)
    assert 0.5 <= judged.value <= 0.7
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in judged.reasons)
