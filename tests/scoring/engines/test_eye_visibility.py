"""Whether eyes are seen well enough."""

import dataclasses

import numpy as np
import pytest

from scoring.engines.eye_visibility import apart, eyes_are_seen, is_clear
from tests.scoring.engines.made_portrait import EDGE_PX, portrait
from tests.scoring.made_face import made_face


@pytest.fixture
def face():
    return made_face(width=0.3)


def test_eyes_in_the_light_are_seen(face):
    assert eyes_are_seen(portrait(face), face, face)


def test_dark_glasses_hide_eyes(face):
    assert not eyes_are_seen(portrait(face, lens=(25, 25, 25)), face, face)


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
