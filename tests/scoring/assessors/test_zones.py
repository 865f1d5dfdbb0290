"""Zones are stops about mid-grey."""

import numpy as np
import pytest

from scoring.assessors.zones import zone_shares


@pytest.mark.parametrize(("stops", "zone"), [(0.0, 5), (0.4, 5), (1.0, 6), (-1.0, 4), (-3.0, 2), (-5.0, 0), (-9.0, 0)])
def test_zone_is_the_stop_from_mid_grey(stops, zone):
    shares = zone_shares(np.full((4, 6), 0.18 * 2.0**stops, np.float32))
    assert shares[zone] == 1.0


def test_paper_white_is_zone_ten_and_black_is_zone_nought():
    luminance = np.zeros((4, 8), np.float32)
    luminance[:, :2] = 1.0
    shares = zone_shares(luminance)
    assert (shares[0], shares[10]) == (0.75, 0.25)
    assert sum(shares) == pytest.approx(1.0)
    assert len(shares) == 11
