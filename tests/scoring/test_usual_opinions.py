"""What opinions usually look like around a mean."""

import pytest

from scoring.usual_opinions import usual_skewness, usual_spread


def test_usual_spread_gives_back_the_measured_figures_and_lies_between_them():
    assert [usual_spread(mean) for mean in (3.0, 5.0, 7.25)] == pytest.approx([1.56, 1.39, 1.62])
    assert usual_spread(4.5) == pytest.approx((1.45 + 1.39) / 2)


def test_usual_spread_shrinks_towards_the_ends_of_the_scale():
    assert usual_spread(1.0) == usual_spread(10.0) == 0.0
    assert usual_spread(1.2) < usual_spread(2.0) < usual_spread(3.0)
    assert usual_spread(9.9) < usual_spread(9.0) < usual_spread(8.0)


def test_opinions_tail_away_from_the_nearer_end_of_the_scale():
    assert usual_skewness(1.5) == usual_skewness(2.5) > usual_skewness(4.0) > 0.0
    assert usual_skewness(9.0) == usual_skewness(8.0) < usual_skewness(7.0) < 0.0
