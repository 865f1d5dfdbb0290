"""Whether eyes are seen well enough."""

import dataclasses

import cv2
import numpy as np
import pytest

from scoring.engines.eye_visibility import apart, brightness, eyes_are_seen, is_clear
from tests.scoring.made_face import made_face

EDGE_PX = 800


def portrait(face, *, lens=None, blur_px=0.0, exposure=1.0):
    """A disc of skin with two dark irises in white, or dark lenses over them."""
    picture = np.full((EDGE_PX, EDGE_PX, 3), 60, np.uint8)
    cv2.circle(picture, (EDGE_PX // 2, EDGE_PX // 2), 200, (210, 170, 150), -1)
    for x, y in face.eyes:
        centre = (round(x * EDGE_PX), round(y * EDGE_PX))
        cv2.ellipse(picture, centre, (16, 9), 0, 0, 360, (250, 250, 250), -1)
        cv2.circle(picture, centre, 7, (50, 30, 20), -1)
        if lens is not None:
            cv2.circle(picture, centre, 34, (lens, lens, lens), -1)
    if blur_px:
        picture = cv2.GaussianBlur(picture, (0, 0), blur_px)
    return (picture * exposure).astype(np.uint8)


@pytest.fixture
def face():
    return made_face(width=0.3)


def test_eyes_in_the_light_are_seen(face):
    assert eyes_are_seen(portrait(face), face, face)


def test_dark_glasses_hide_eyes(face):
    dark = portrait(face, lens=25)
    assert max(brightness(dark, face)) < 0.3
    assert not eyes_are_seen(dark, face, face)


def test_blur_and_darkness_hide_eyes(face):
    assert not eyes_are_seen(portrait(face, blur_px=9), face, face)
    assert not eyes_are_seen(portrait(face, exposure=0.03), face, face)


def test_a_face_turned_away_or_too_small_hides_eyes():
    turned, small = made_face(width=0.3, turn=0.7), made_face(width=0.05)
    assert not eyes_are_seen(portrait(turned), turned, turned)
    assert not eyes_are_seen(portrait(small), small, small)


def test_two_looks_that_disagree_about_the_eyes_hide_them(face):
    lower = dataclasses.replace(face, eyes=tuple((x, y + 0.05) for x, y in face.eyes))
    assert apart(face, lower, (EDGE_PX, EDGE_PX)) == pytest.approx(0.05 / 0.135, abs=1e-3)
    assert not eyes_are_seen(portrait(face), face, lower)


def test_a_blank_crop_is_not_clear():
    assert not is_clear(np.full((24, 40), 90, np.uint8))


def test_black_is_no_trouble(face):
    assert brightness(np.zeros((EDGE_PX, EDGE_PX, 3), np.uint8), face) == (0.0, 0.0)
