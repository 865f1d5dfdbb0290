"""Outlines follow colours where detail ends, and gaps are closed."""

import numpy as np

from scoring.training.saliency.outline import closed, outlined


def test_smooth_part_of_the_same_colour_belongs_to_the_thing():
    rgb = np.full((128, 128, 3), (40, 90, 200), np.uint8)
    rgb[30:90, 40:80] = (200, 60, 40)
    seed = np.zeros((128, 128), np.uint8)
    seed[32:70, 42:78] = 1
    found = outlined(rgb, seed, seed.astype(np.float32))
    wanted = np.zeros_like(found)
    wanted[30 : 70 + 5, 40:80] = 1  # no farther than the margin
    assert (found & wanted).sum() > 0.95 * wanted.sum()
    assert (found & (1 - (rgb[..., 0] > 100))).sum() == 0


def test_same_photo_gives_the_same_outline():
    rgb = np.random.default_rng(0).integers(0, 256, (96, 96, 3), dtype=np.uint8)
    seed = np.zeros((96, 96), np.uint8)
    seed[30:60, 30:60] = 1
    first, again = (outlined(rgb, seed, seed.astype(np.float32)) for _ in range(2))
    assert np.array_equal(first, again)


def test_seed_that_fills_the_frame_has_no_outline():
    assert outlined(np.zeros((64, 64, 3), np.uint8), np.ones((64, 64), np.uint8), np.ones((64, 64), np.float32)) is None


def test_closing_fills_holes_and_gaps_but_not_the_frame():
    ring = np.zeros((100, 100), np.uint8)
    ring[20:80, 20:80] = 1
    ring[30:70, 30:70] = 0
    assert closed(ring, 5)[50, 50] == 1
    assert closed(ring, 5).sum() == 60 * 60
    edge = np.zeros((100, 100), np.uint8)
    edge[:, :10] = 1
    assert closed(edge, 21).sum() == edge.sum()
