import pytest

from scoring.srgb import SRGB_TO_LINEAR


def test_linear_light_follows_the_srgb_standard():
    assert SRGB_TO_LINEAR[[0, 255]].tolist() == [0.0, 1.0]
    # Mid-grey of 18 % reflectance is code 118 (IEC 61966-2-1).
    assert SRGB_TO_LINEAR[118] == pytest.approx(0.181, abs=0.001)
