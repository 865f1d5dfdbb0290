"""The noise map as a picture."""

import numpy as np
import pytest

from scoring.overlays.colour_scales import NOISE_SCALE
from scoring.overlays.legend import Figure
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.noise import LEAST_SIGMA, MOST_SIGMA, OVERLAY, along_scale, sigma_colour
from scoring.overlays.noise_map import noise_map
from tests.scoring.overlays.conftest import frame_of


@pytest.fixture
def grainy():
    noise = np.random.default_rng(1).normal(0, 3.0, (640, 960, 3))
    return frame_of(np.clip(np.rint(120 + noise), 0, 255).astype(np.uint8))


def test_the_scale_is_logarithmic_between_its_ends():
    assert (along_scale(LEAST_SIGMA), along_scale(MOST_SIGMA)) == (0.0, 1.0)
    assert along_scale((LEAST_SIGMA * MOST_SIGMA) ** 0.5) == pytest.approx(0.5)


def test_marks_have_the_colour_of_their_noise_and_the_bar_is_their_scale(grainy, said):
    layer = OVERLAY.paint(grainy, said, 960)
    found = noise_map(grainy.rgb)
    at = layer.picture[found.top_px[20] + 8, found.left_px[20] + 8]
    assert tuple(at.tolist()) == sigma_colour(float(found.sigma[20, 20]))
    (bar,) = (part for part in layer.legend if isinstance(part, ColourBar))
    assert bar.scale is NOISE_SCALE
    assert all(0.0 <= place <= 1.0 for place, _name in bar.ticks)


def test_a_detail_is_shown_where_noise_is_seen_and_none_in_the_dark(grainy, said):
    def figures(frame):
        return [part.heading for part in OVERLAY.paint(frame, said, 600).legend if isinstance(part, Figure)]

    assert any("400 %" in heading for heading in figures(grainy))
    assert not any("400 %" in heading for heading in figures(frame_of(np.zeros((300, 400, 3), np.uint8))))
