"""The photo as the ground of an overlay."""

import numpy as np
import pytest

from scoring.overlays.base_picture import LARGEST_ENLARGEMENT, box_in, grey, photo_at, spread, with_relief
from tests.scoring.overlays.conftest import frame_of


def test_large_photos_are_reduced_and_small_ones_grow_by_whole_pixels(garden):
    assert photo_at(garden, 600).shape == (400, 600, 3)
    small = np.random.default_rng(0).integers(0, 255, (20, 30, 3), np.uint8)
    grown = photo_at(frame_of(small), 1000)
    assert grown.shape == (20 * LARGEST_ENLARGEMENT, 30 * LARGEST_ENLARGEMENT, 3)
    assert (grown[::LARGEST_ENLARGEMENT, ::LARGEST_ENLARGEMENT] == small).all()


def test_grey_has_no_colour_and_keeps_its_limits(garden):
    drawn = grey(garden.rgb, 30, 90)
    assert (drawn[..., 0] == drawn[..., 1]).all()
    assert (drawn.min(), drawn.max()) == (30, 90)


def test_relief_leaves_the_mean_colour_alone(garden):
    flat = np.full_like(garden.rgb, (60, 120, 180))
    drawn = with_relief(flat, garden.rgb)
    assert (drawn != flat).any()
    assert np.abs(drawn[450:650].mean(axis=(0, 1)) - (60, 120, 180)).max() < 1.0


def test_tiles_are_spread_with_sharp_edges():
    tiles = np.array([[1, 2], [3, 4]], np.uint8)
    drawn = spread(tiles, np.zeros((6, 9, 3), np.uint8))
    assert drawn.shape == (6, 9)
    assert set(np.unique(drawn)) == {1, 2, 3, 4}
    assert (drawn[:3, :4] == 1).all()


@pytest.mark.parametrize(
    ("told", "found"),
    [([100, 200, 300, 400], (10, 20, 30, 40)), ([100, 200], (10, 20, 10, 20)), (None, None), ("no", None), ([1], None)],
)
def test_boxes_of_evidence_are_scaled_to_the_picture(told, found):
    assert box_in(np.zeros((80, 120, 3), np.uint8), told, (1200, 800)) == found
