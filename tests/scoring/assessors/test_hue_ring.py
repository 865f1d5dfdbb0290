"""What the hue ring promises."""

import numpy as np
import pytest

from scoring.assessors.hue_ring import measure_hues
from scoring.assessors.oklab import Oklch


def area(*parts):
    """Pixels of (hue_deg, chroma, lightness, how many)."""
    hue, chroma, lightness = (
        np.concatenate([np.full(part[3], part[index], np.float32) for part in parts]) for index in range(3)
    )
    return Oklch(lightness[None], chroma[None], hue[None])


def test_hue_ring_shares_follow_chroma_times_area():
    ring = measure_hues(area((40.0, 0.2, 0.5, 100), (250.0, 0.1, 0.5, 200)))
    assert ring.shares[1] == pytest.approx(0.5)
    assert ring.shares[8] == pytest.approx(0.5)
    assert sum(ring.shares) == pytest.approx(1.0)


def test_hue_ring_leaves_out_grey_and_near_black():
    ring = measure_hues(area((40.0, 0.2, 0.5, 100), (250.0, 0.01, 0.5, 100), (330.0, 0.1, 0.1, 100)))
    assert ring.shares[1] == pytest.approx(1.0)
    assert ring.coloured_fraction == pytest.approx(1 / 3)
    assert ring.black_fraction == pytest.approx(1 / 3)


def test_hue_ring_finds_a_dominant_hue_across_zero_degrees():
    (dominant,) = measure_hues(area((352.0, 0.1, 0.5, 100), (8.0, 0.1, 0.5, 100))).dominant
    assert min(dominant.hue_deg, 360.0 - dominant.hue_deg) < 1.0
    assert dominant.share == pytest.approx(1.0)


def test_hue_ring_of_greys_is_empty():
    ring = measure_hues(area((0.0, 0.0, 0.5, 10)))
    assert ring.shares == (0.0,) * 12
    assert ring.dominant == ()
