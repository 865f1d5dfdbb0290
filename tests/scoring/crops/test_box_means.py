"""Means over boxes are those of the pixels they cover."""

import numpy as np
import pytest

from scoring.crops.box_means import box_means, box_sums, integral

MAP = np.random.default_rng(2).random((40, 60))


@pytest.mark.parametrize("box", [(0.0, 0.0, 1.0, 1.0), (0.25, 0.5, 0.75, 1.0), (0.1, 0.1, 0.2, 0.3)])
def test_box_means_are_the_means_of_whole_pixels(box):
    x0, y0, x1, y1 = (round(share * side) for share, side in zip(box, (60, 40, 60, 40), strict=True))
    assert box_means(integral(MAP), np.array([box]))[0] == pytest.approx(MAP[y0:y1, x0:x1].mean())


def test_box_sums_count_pixels_in_part():
    one = np.zeros((1, 2))
    one[0, 0] = 1.0
    assert box_sums(integral(one), np.array([[0.25, 0.0, 1.0, 1.0]]))[0] == pytest.approx(0.25)


def test_box_means_of_an_empty_box_are_zero():
    assert box_means(integral(MAP), np.array([[0.5, 0.5, 0.5, 0.5]]))[0] == 0.0
