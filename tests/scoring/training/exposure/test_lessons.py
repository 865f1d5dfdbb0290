"""What the network sees in one step."""

import numpy as np
import pytest

from scoring.training.exposure.lessons import SHAPES, Album, drawn_lessons
from scoring.training.exposure.recipe import read_exposure_recipe

PLAN = read_exposure_recipe("exposure_map.biq2021").lessons
ALBUM = Album(
    np.random.default_rng(0).integers(40, 180, (4, 64, 64, 3), dtype=np.uint8), np.array([0, 1, 2]), np.array([3])
)


@pytest.mark.parametrize("number", range(6))
def test_lessons_are_pictures_of_one_shape_and_a_map_of_a_quarter(number):
    pictures, ev = drawn_lessons(ALBUM, PLAN, 3, (0, number))
    assert pictures.shape[1:3] in SHAPES
    assert pictures.shape == (6, *pictures.shape[1:3], 3)
    assert ev.shape == (6, pictures.shape[1] // 4, pictures.shape[2] // 4)
    assert (pictures.dtype, ev.dtype) == (np.uint8, np.float32)


def test_same_number_draws_the_same_lessons():
    for first, second in zip(*(drawn_lessons(ALBUM, PLAN, 2, (0, 5)) for _ in range(2)), strict=True):
        np.testing.assert_array_equal(first, second)


def test_more_light_is_brighter_in_every_scene():
    pictures, ev = drawn_lessons(ALBUM, PLAN, 8, (0, 1))
    brightness, step = pictures.mean(axis=(1, 2, 3)), ev.mean(axis=(1, 2))
    clear = np.abs(step[0::2] - step[1::2]) > 0.5
    assert clear.any()
    brighter = brightness[0::2] > brightness[1::2]
    assert (brighter == (step[0::2] > step[1::2]))[clear].all()


def test_both_exposures_of_a_scene_differ_by_one_step_everywhere():
    _, ev = drawn_lessons(ALBUM, PLAN, 8, (0, 2))
    for first, second in zip(ev[0::2], ev[1::2], strict=True):
        np.testing.assert_allclose((first - second).std(), 0.0, atol=1e-4)
