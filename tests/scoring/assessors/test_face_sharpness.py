"""Sharpness at the eyes."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.face_sharpness import eye_sharpness, sharpest_elsewhere
from scoring.frame import Frame
from tests.scoring.made_face import made_face

EDGE_PX = 1200


def frame(rgb):
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def scene(blur_px=0.0, noise=0.0, background=True):
    """Two eyes with lashes, blurred or not, on even skin; sharp leaves around it."""
    rng = np.random.default_rng(5)
    picture = np.full((EDGE_PX, EDGE_PX, 3), 170, np.uint8)
    for x, y in made_face(width=0.4).eyes:
        centre = (round(x * EDGE_PX), round(y * EDGE_PX))
        cv2.circle(picture, centre, 30, (40, 40, 40), -1)
        for lash in range(-50, 51, 6):
            cv2.line(
                picture, (centre[0] + lash, centre[1] - 40), (centre[0] + lash + 4, centre[1] - 62), (30, 30, 30), 2
            )
    if blur_px:
        picture = cv2.GaussianBlur(picture, (0, 0), blur_px)
    if background:
        leaves = rng.integers(0, 255, (EDGE_PX // 4, EDGE_PX // 4, 3), np.uint8)
        leaves = cv2.resize(leaves, (EDGE_PX, EDGE_PX), interpolation=cv2.INTER_NEAREST)
        picture[:300], picture[900:] = leaves[:300], leaves[900:]
    return np.clip(picture + rng.normal(0, noise, picture.shape), 0, 255).astype(np.uint8)


FACE = made_face(width=0.4)


def test_sharpness_falls_with_every_blur():
    values = [eye_sharpness(frame(scene(blur_px)), FACE) for blur_px in (0.0, 1.0, 2.0, 4.0, 8.0)]
    assert values == sorted(values, reverse=True)
    assert values[0] > 2 * values[3]


def test_the_rest_of_the_photo_keeps_its_own_sharpness():
    assert sharpest_elsewhere(frame(scene(8.0))) == pytest.approx(sharpest_elsewhere(frame(scene(0.0))), abs=0.1)
    assert eye_sharpness(frame(scene(8.0)), FACE) < 0.5 * sharpest_elsewhere(frame(scene(8.0)))


def test_noise_is_no_sharpness():
    clean, noisy = (eye_sharpness(frame(scene(4.0, noise, background=False)), FACE) for noise in (0.0, 4.0))
    assert noisy < clean + 0.1


def test_the_sharper_eye_counts():
    picture = scene()
    half = picture.copy()
    half[:, 600:] = cv2.GaussianBlur(picture, (0, 0), 8)[:, 600:]
    assert eye_sharpness(frame(half), FACE) == pytest.approx(eye_sharpness(frame(picture), FACE), abs=0.05)


def test_eyes_without_edges_cannot_be_judged():
    assert eye_sharpness(frame(np.full((600, 600, 3), 90, np.uint8)), FACE) is None
    assert sharpest_elsewhere(frame(np.full((600, 600, 3), 90, np.uint8))) == 0.0


@pytest.mark.parametrize("x", [-0.4, 0.0, 1.0, 1.5])
def test_eyes_at_and_beyond_the_border_are_no_trouble(x):
    value = eye_sharpness(frame(scene()), made_face(x=x, width=0.3))
    assert value is None or 0.0 <= value <= 1.0
