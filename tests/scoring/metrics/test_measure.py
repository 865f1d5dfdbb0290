"""A measure counts each photo as often as it was drawn."""

import numpy as np
import pytest

from scoring.metrics.measure import at_once, mean_of


def test_mean_counts_each_photo_as_often_as_it_was_drawn():
    measure = mean_of(np.array([1.0, 2.0, 6.0]))
    assert at_once(measure, 3) == pytest.approx(3.0)
    assert measure(np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 3.0]])).tolist() == pytest.approx([4 / 3, 6.0])
