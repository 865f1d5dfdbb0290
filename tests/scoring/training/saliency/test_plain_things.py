"""Plain things stand out from their ground, and their mask says where they lie."""

import numpy as np
import pytest

from scoring.training.saliency.plain_things import plain_things

GROUND = np.full((128, 192, 3), (60, 110, 50), np.uint8)


@pytest.mark.parametrize("seed", range(16))
def test_thing_differs_from_its_ground_where_the_mask_says(seed):
    made, mask = plain_things(GROUND, np.random.default_rng(seed))
    assert made.shape == GROUND.shape
    assert mask.shape == GROUND.shape[:2]
    inside, outside = (made[part].mean(axis=0) for part in (mask > 0.9, mask < 0.1))
    assert np.abs(inside - outside).sum() > 25


def test_same_seed_makes_the_same_picture():
    first, again = (plain_things(GROUND, np.random.default_rng(3)) for _ in range(2))
    assert np.array_equal(first[0], again[0])
    assert np.array_equal(first[1], again[1])
