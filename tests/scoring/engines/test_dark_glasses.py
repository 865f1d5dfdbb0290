"""Whether glasses or shadow hide the eyes."""

import numpy as np
import pytest

from scoring.engines.dark_glasses import behind_glass, eye_grounds
from tests.scoring.engines.made_portrait import EDGE_PX, portrait
from tests.scoring.made_face import made_face


@pytest.fixture
def face():
    return made_face(width=0.3)


def test_bare_eyes_are_not_behind_glass(face):
    assert not behind_glass(portrait(face), face)


def test_eyes_in_the_dark_keep_their_place_before_the_skin(face):
    assert not behind_glass(portrait(face, exposure=0.2), face)


def test_dark_lenses_hide_eyes(face):
    dark = portrait(face, lens=(25, 25, 25))
    assert max(side.eye for side in eye_grounds(dark, face)) < 0.3
    assert behind_glass(dark, face)


def test_dark_lenses_with_a_glint_hide_eyes(face):
    shining = portrait(face, lens=(40, 36, 34), glint=(95, 95, 95))
    assert max(side.eye for side in eye_grounds(shining, face)) > 0.5
    assert behind_glass(shining, face)


def test_lenses_that_mirror_another_colour_hide_eyes(face):
    mirroring = portrait(face, lens=(120, 190, 230))
    assert min(side.eye for side in eye_grounds(mirroring, face)) > 0.9
    assert behind_glass(mirroring, face)


def test_one_black_lens_is_enough(face):
    half = portrait(face)
    x, y = (round(share * EDGE_PX) for share in face.eyes[0])
    half[y - 44 : y + 44, x - 44 : x + 44] = 5
    assert behind_glass(half, face)


def test_black_is_no_trouble(face):
    assert behind_glass(np.zeros((EDGE_PX, EDGE_PX, 3), np.uint8), face)
