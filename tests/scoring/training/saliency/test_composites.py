"""A composite shows the subject on the other ground, and its mask says where."""

import numpy as np
import pytest

from scoring.training.saliency.composites import composite

RED = np.full((120, 160, 3), (220, 30, 30), np.uint8)
BLUE = np.full((120, 160, 3), (30, 40, 160), np.uint8)


def mask_of(rows, cols):
    mask = np.zeros((120, 160), np.float32)
    mask[rows, cols] = 1.0
    return mask


@pytest.mark.parametrize("seed", range(12))
def test_mask_says_where_the_subject_lies_on_the_other_ground(seed):
    made, mask = composite(RED, mask_of(slice(40, 80), slice(60, 100)), BLUE, np.random.default_rng(seed))
    assert made.shape == RED.shape
    assert made.dtype == np.uint8
    inside, outside = made[mask > 0.95].astype(float), made[mask < 0.01].astype(float)
    assert inside.mean(axis=0)[0] > outside.mean(axis=0)[0] + 40


@pytest.mark.parametrize("seed", range(12))
def test_subject_cut_off_by_a_side_stays_at_that_side(seed):
    _, mask = composite(RED, mask_of(slice(70, 120), slice(60, 100)), BLUE, np.random.default_rng(seed))
    assert mask[-1].max() > 0.5
    assert mask[0].max() == 0.0


def test_same_seed_makes_the_same_composite():
    made = [composite(RED, mask_of(slice(40, 80), slice(60, 100)), BLUE, np.random.default_rng(3)) for _ in range(2)]
    assert np.array_equal(made[0][0], made[1][0])
    assert np.array_equal(made[0][1], made[1][1])
