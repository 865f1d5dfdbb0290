"""What OKLab promises."""

import numpy as np
import pytest

from scoring.assessors.oklab import oklch


@pytest.mark.parametrize(
    ("linear", "lightness", "chroma", "hue_deg"),
    [
        ((1.0, 0.0, 0.0), 0.62796, 0.25768, 29.23),
        ((0.0, 1.0, 0.0), 0.86644, 0.29483, 142.50),
        ((0.0, 0.0, 1.0), 0.45201, 0.31321, 264.05),
    ],
)
def test_oklch_of_the_srgb_corners_is_as_published_in_css_color_4(linear, lightness, chroma, hue_deg):
    colour = oklch(np.array([[linear]], np.float32))
    found = (colour.lightness[0, 0], colour.chroma[0, 0], colour.hue_deg[0, 0])
    assert found == pytest.approx((lightness, chroma, hue_deg), rel=1e-3)


def test_oklch_of_greys_has_no_chroma_and_lightness_from_0_to_1():
    greys = np.linspace(0.0, 1.0, 9, dtype=np.float32).repeat(3).reshape(1, 9, 3)
    colour = oklch(greys)
    assert colour.chroma.max() < 1e-3
    assert colour.lightness[0, [0, -1]] == pytest.approx([0.0, 1.0], abs=1e-4)
