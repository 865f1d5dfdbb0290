"""Lessons: pictures of a photo's shape with the share of each place that the subject covers, the same for the same seed."""

from dataclasses import replace

import numpy as np
import pytest

from scoring.models.saliency_network import STRIDE
from scoring.training.saliency.lessons import SHAPES, Album, drawn_lessons
from scoring.training.saliency.recipe import read_saliency_recipe
from tests.scoring.training.saliency.drawn_focus import focused_photo

PLAN = read_saliency_recipe("saliency.biq2021").lessons
SUBJECTS = [(rgb, disc.astype(np.uint8)) for rgb, disc in (focused_photo(np.random.default_rng(n)) for n in range(3))]
ALBUM = Album(SUBJECTS, [np.full((512, 512, 3), 90, np.uint8)])


@pytest.mark.parametrize("seed", range(6))
def test_lesson_has_a_photos_shape_and_a_quarter_of_it_for_the_mask(seed):
    pictures, truth = drawn_lessons(ALBUM, PLAN, 3, (seed,))
    assert pictures.shape[1:3] in SHAPES
    assert (pictures.dtype, truth.dtype) == (np.uint8, np.float32)
    assert truth.shape == (3, pictures.shape[1] // STRIDE, pictures.shape[2] // STRIDE)
    assert 0.0 <= truth.min() <= truth.max() <= 1.0


def test_same_seed_draws_the_same_lessons():
    first, again = (drawn_lessons(ALBUM, PLAN, 4, (7,)) for _ in range(2))
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))


def test_ground_alone_has_nothing_to_find():
    _, truth = drawn_lessons(ALBUM, replace(PLAN, empty_share=1.0, composite_share=0.0, plain_share=0.0), 8, (0,))
    assert truth.max() == 0.0


@pytest.mark.parametrize(("composite_share", "plain_share"), [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)])
def test_photos_composites_and_plain_things_hold_their_subject(composite_share, plain_share):
    plan = replace(PLAN, empty_share=0.0, composite_share=composite_share, plain_share=plain_share)
    _, truth = drawn_lessons(ALBUM, plan, 8, (0,))
    assert (truth.max(axis=(1, 2)) > 0.8).all()
