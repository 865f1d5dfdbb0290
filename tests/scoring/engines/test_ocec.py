"""Crops of eyes, and what the classifier says of them."""

import numpy as np
import pytest

from scoring.engines.ocec import DROPS, SIZE, WIDTHS, EyeClassifier, eye_crop
from tests.scoring.made_face import OCEC, made_face, needs_weights


@pytest.fixture
def batches(monkeypatch):
    """The networks' inputs; every crop is as likely open as its left edge is bright."""
    seen = []

    def open_network(_path):
        def run(batch):
            seen.append(batch)
            return {"prob_open": batch[:, 0, :, 0].mean(axis=1)}

        return run

    monkeypatch.setattr("scoring.engines.ocec.open_network", open_network)
    return seen


def grey(code):
    return np.full((600, 600, 3), code, np.uint8)


def test_a_plainly_open_eye_takes_one_look_at_each(batches):
    right, left = EyeClassifier(OCEC).open_probabilities(grey(230), made_face())
    assert (right, left) == pytest.approx((230 / 255, 230 / 255), abs=1e-3)
    assert [batch.shape for batch in batches] == [(2, 3, *SIZE[::-1])]


def test_eyes_that_may_be_closed_are_looked_at_from_all_framings(batches):
    right, left = EyeClassifier(OCEC).open_probabilities(grey(20), made_face())
    assert (right, left) == pytest.approx((20 / 255, 20 / 255), abs=1e-3)
    assert [len(batch) for batch in batches] == [2, 2 * len(WIDTHS) * len(DROPS)]


def test_right_and_left_are_the_persons(batches):
    picture = grey(0)
    picture[:, :300] = 255
    right, left = EyeClassifier(OCEC).open_probabilities(picture, made_face())
    assert right > 0.9
    assert left < 0.1
    assert batches


def test_the_crop_is_centred_below_the_eye_and_as_wide_as_asked():
    face = made_face(width=0.5)
    picture = grey(0)
    x, y = (share * 600 for share in face.eyes[0])
    distance_px = 0.45 * 0.5 * 600
    picture[round(y + 0.12 * distance_px) :] = 255
    crop = eye_crop(picture, face, 0, 0.65, 0.12)
    assert crop.shape == SIZE[::-1]
    assert not crop[:11].any()
    assert (crop[13:] == 255).all()
    picture[:] = 0
    picture[:, : round(x - 0.2 * distance_px)] = 255
    assert (eye_crop(picture, face, 0, 0.65, 0.12)[:, :6] > 200).all()


@needs_weights
def test_the_real_classifier_gives_probabilities():
    noise = np.random.default_rng(0).integers(0, 255, (600, 600, 3), np.uint8)
    for picture in (noise, grey(0), grey(255)):
        assert all(0.0 <= value <= 1.0 for value in EyeClassifier(OCEC).open_probabilities(picture, made_face()))
