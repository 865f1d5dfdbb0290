"""Agreement of maps with masks: known values."""

import numpy as np
import pytest

from scoring.metrics.subject_map import THRESHOLDS, f_by_threshold, pixel_auc

MASK = np.array([[True, True], [False, False]])


def test_auc_is_one_for_the_mask_nought_for_its_contrary_and_half_for_a_plain_map():
    assert pixel_auc(MASK.astype(float), MASK) == 1.0
    assert pixel_auc(1.0 - MASK, MASK) == 0.0
    assert pixel_auc(np.full((2, 2), 0.3), MASK) == 0.5


def test_auc_counts_pairs_in_the_right_order():
    assert pixel_auc(np.array([[0.9, 0.2], [0.5, 0.1]]), MASK) == pytest.approx(3 / 4)


def test_auc_of_a_mask_that_is_empty_or_full_is_no_number():
    assert np.isnan(pixel_auc(np.zeros((2, 2)), ~MASK & MASK))
    assert np.isnan(pixel_auc(np.zeros((2, 2)), MASK | ~MASK))


def test_f_of_a_map_that_is_the_mask_is_one_at_every_threshold():
    assert f_by_threshold(MASK.astype(float), MASK) == pytest.approx(np.ones(len(THRESHOLDS)))


def test_f_follows_precision_and_recall():
    # Above .5 the map says three places, two of them right: precision 2/3, recall 1.
    curve = f_by_threshold(np.array([[0.9, 0.8], [0.7, 0.1]]), MASK)
    assert curve[127] == pytest.approx(1.3 * (2 / 3) / (0.3 * 2 / 3 + 1.0))
    assert curve[254] == 0.0
