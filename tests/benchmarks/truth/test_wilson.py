"""Wilson's interval against values worked out by hand."""

import pytest

from tests.benchmarks.truth.wilson import wilson_interval


def test_wilson_interval_of_a_few_cases():
    assert wilson_interval(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson_interval(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert wilson_interval(100, 100) == pytest.approx((0.9630, 1.0), abs=1e-4)


def test_without_a_case_nothing_is_known():
    assert wilson_interval(0, 0) == (0.0, 1.0)
