"""The detail that shows what noise looks like."""

import numpy as np
import pytest

from scoring.overlays.noise_detail import (
    ENLARGEMENT,
    GAP_PX,
    STRONGEST,
    WINDOW_PX,
    detail_pair,
    noisiest_detail,
    stretch_of,
)
from scoring.overlays.noise_map import noise_map


def patchy():
    """Even grey, noisier at the lower right, with a hard edge at the left."""
    rng = np.random.default_rng(3)
    rgb = 120.0 + rng.normal(0, 2.0, (600, 900, 1)).repeat(3, axis=2)
    rgb[300:, 450:] = 120.0 + rng.normal(0, 2.4, (300, 450, 1))
    rgb[:, :100] += 80.0
    return np.clip(np.rint(rgb), 0, 255).astype(np.uint8)


def test_the_detail_is_of_the_noisiest_smooth_part_away_from_edges():
    rgb = patchy()
    x0, y0, x1, y1 = noisiest_detail(rgb, noise_map(rgb)).window
    assert (x1 - x0, y1 - y0) == (WINDOW_PX, WINDOW_PX)
    assert x1 > 450
    assert y1 > 300


def test_where_nothing_is_smooth_there_is_no_detail():
    black = np.zeros((300, 300, 3), np.uint8)
    assert noisiest_detail(black, noise_map(black)) is None


def test_the_pair_shows_the_same_pixels_plain_and_stretched():
    rgb = patchy()
    pair = detail_pair(rgb, (500, 400, 500 + WINDOW_PX, 400 + WINDOW_PX), 8.0)
    side = WINDOW_PX * ENLARGEMENT
    assert pair.shape == (side, 2 * side + GAP_PX, 3)
    plain, raised = pair[::ENLARGEMENT, :side:ENLARGEMENT], pair[::ENLARGEMENT, side + GAP_PX :: ENLARGEMENT]
    assert (plain == rgb[400 : 400 + WINDOW_PX, 500 : 500 + WINDOW_PX]).all()
    assert raised.std() == pytest.approx(8.0 * plain.std(), rel=0.1)


def test_strong_noise_is_stretched_less_and_none_not_without_end():
    assert stretch_of(2.0) == pytest.approx(15.0)
    assert stretch_of(10.0) == pytest.approx(3.0)
    assert stretch_of(100.0) == 1.0
    assert stretch_of(0.0) == STRONGEST
