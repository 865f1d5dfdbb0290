"""Shares read as a person would say them."""

import pytest

from scoring.percent import percent


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0.0, "0 %"),
        (0.0001, "< 0.1 %"),
        (0.004, "0.4 %"),
        (0.0321, "3.2 %"),
        (0.0996, "10 %"),
        (0.414, "41 %"),
        (1.0, "100 %"),
    ],
)
def test_share_is_told_with_a_tenth_where_it_matters(share, told):
    assert percent(share) == told
