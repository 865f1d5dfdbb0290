"""Which photos count as well exposed."""

import numpy as np
import pytest

from scoring.training.exposure.well_exposed import better_half, is_well_exposed


def ramp(low, high):
    return np.broadcast_to(np.linspace(low, high, 90)[None, :, None], (60, 90, 3)).astype(np.uint8)


def test_even_mid_tones_are_well_exposed():
    assert is_well_exposed(ramp(30, 220))


@pytest.mark.parametrize(("low", "high"), [(10, 80), (180, 245)])
def test_dark_and_bright_photos_are_not(low, high):
    assert not is_well_exposed(ramp(low, high))


@pytest.mark.parametrize("code", [0, 255])
def test_clipped_photo_is_not(code):
    photo = np.array(ramp(30, 220))
    photo[:5] = code
    assert not is_well_exposed(photo)


def test_better_half_is_what_people_liked_more():
    assert better_half(np.array([1.0, 5.0, 3.0, 9.0])).tolist() == [False, True, False, True]
