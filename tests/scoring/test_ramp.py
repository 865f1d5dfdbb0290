"""What the ramp promises."""

import pytest

from scoring.ramp import ramp


def test_ramp_is_0_before_1_after_and_straight_between():
    assert [ramp(value, (2.0, 4.0)) for value in (1.0, 2.0, 3.0, 4.0, 5.0)] == [0.0, 0.0, 0.5, 1.0, 1.0]


def test_ramp_runs_down_when_its_first_end_is_the_larger():
    assert [ramp(value, (0.8, 0.4)) for value in (0.9, 0.6, 0.3)] == pytest.approx([0.0, 0.5, 1.0])
