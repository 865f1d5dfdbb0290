"""Crops that are shown beside each other differ."""

import numpy as np

from scoring.crops.different import different, overlap

BOXES = np.array([[0.0, 0.0, 1.0, 1.0], [0.02, 0.0, 1.0, 1.0], [0.4, 0.0, 1.0, 1.0], [0.0, 0.4, 1.0, 1.0]])


def test_overlap_is_intersection_over_union():
    assert overlap(BOXES[0], BOXES[0]) == 1.0
    assert overlap(np.array([0.0, 0.0, 0.5, 1.0]), np.array([0.5, 0.0, 1.0, 1.0])) == 0.0
    assert overlap(np.array([0.0, 0.0, 0.5, 1.0]), np.array([0.25, 0.0, 0.75, 1.0])) == 1 / 3


def test_best_come_first_and_near_copies_are_left_out():
    assert different(BOXES, np.array([0.8, 0.9, 0.5, 0.6]), 3) == [1, 3, 2]


def test_those_of_negative_score_are_left_out():
    assert different(BOXES, np.array([0.8, -1.0, -1.0, 0.6]), 3) == [0, 3]
