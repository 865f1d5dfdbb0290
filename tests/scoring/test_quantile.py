"""Quantiles are numpy's."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.quantile import median, quantiles

SHARES = (0.0, 0.01, 0.05, 0.5, 0.99, 1.0)


@pytest.mark.parametrize("shape", [(1,), (2,), (7,), (128, 192)])
def test_quantiles_lie_where_numpy_places_them(shape):
    values = np.random.default_rng(1).random(shape, np.float32)
    assert quantiles(values, *SHARES) == pytest.approx(np.quantile(values, SHARES), abs=1e-6)
    assert median(values) == pytest.approx(np.median(values), abs=1e-6)


def test_values_stay_in_their_order():
    values = np.array([3.0, 1.0, 2.0], np.float32)
    median(values)
    assert values.tolist() == [3.0, 1.0, 2.0]
