"""Crops that nobody would make."""

import numpy as np

from scoring.subject import Subject
from scoring.training.crops.worse_crops import CUT, half_hearted, inside, worse_crops

THING = Subject((0.3, 0.4, 0.5, 0.7), 0.9)


def kept(boxes):
    sides = np.minimum(boxes[:, 2:], THING.box[2:]) - np.maximum(boxes[:, :2], THING.box[:2])
    return np.prod(np.maximum(sides, 0.0), axis=1) / (0.2 * 0.3)


def test_worse_crops_cut_the_subject_or_miss_it():
    share = kept(worse_crops(THING, 6, np.random.default_rng(1)))
    cut = (share > CUT[0]) & (share < CUT[1])
    assert cut[:6].all()
    assert (share[6:] <= CUT[0]).all()
    assert 6 < len(share) <= 12


def test_photo_without_a_subject_teaches_by_its_middle():
    boxes = worse_crops(None, 3, np.random.default_rng(1))
    whole = (boxes[:, 0] <= 0.3) & (boxes[:, 1] <= 0.3) & (boxes[:, 2] >= 0.7) & (boxes[:, 3] >= 0.7)
    assert len(boxes) >= 3
    assert not whole.any()


def test_half_hearted_crops_lie_between_the_photo_and_the_whole_canvas():
    boxes = half_hearted((0.2, 0.3, 0.9, 0.8), 20, np.random.default_rng(1))
    assert (boxes[:, :2] <= (0.2, 0.3)).all()
    assert (boxes[:, 2:] >= (0.9, 0.8)).all()
    assert boxes.min() >= 0.0
    assert boxes.max() <= 1.0


def test_inside_places_boxes_within_another():
    assert np.allclose(inside((0.2, 0.2, 0.6, 0.6), np.array([[0.0, 0.5, 1.0, 1.0]])), [[0.2, 0.4, 0.6, 0.6]])
