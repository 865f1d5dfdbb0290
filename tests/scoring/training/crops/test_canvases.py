"""A photo with more round it."""

import numpy as np
import pytest

from scoring.training.crops.canvases import GRAIN_CODES, on_canvas

PHOTO = np.random.default_rng(3).integers(60, 200, (80, 120, 3)).astype(np.uint8)


@pytest.mark.parametrize("seed", range(8))
def test_photo_lies_unchanged_but_for_grain_where_it_is_said_to_lie(seed):
    canvas, (left, top, right, bottom) = on_canvas(PHOTO, np.random.default_rng(seed))
    height, width = canvas.shape[:2]
    x, y = round(left * width), round(top * height)
    assert (round(right * width) - x, round(bottom * height) - y) == (120, 80)
    inner = canvas[y : y + 80, x : x + 120][30:50, 40:80].astype(float)
    assert np.abs(inner - PHOTO[30:50, 40:80]).mean() < 2.0 * GRAIN_CODES


@pytest.mark.parametrize("seed", range(8))
def test_something_is_always_added(seed):
    canvas, _ = on_canvas(PHOTO, np.random.default_rng(seed))
    assert canvas.shape[0] * canvas.shape[1] > 1.15 * 80 * 120
