"""What the directional blur measure promises."""

import cv2
import numpy as np
import pytest

from scoring.assessors.motion import directional_blur
from scoring.assessors.tile_sharpness import tile_sharpness
from scoring.detail import halvings, measure_detail


def pebbles(size=(1024, 1536)):
    """Overlapping discs of all tones: edges in every direction."""
    rng = np.random.default_rng(8)
    luma = np.full(size, 128, np.uint8)
    for x, y, radius, tone in zip(*(rng.integers(0, top, 1500) for top in (size[1], size[0], 40, 256)), strict=True):
        cv2.circle(luma, (int(x), int(y)), int(radius) + 4, int(tone), -1)
    return luma


def moved(luma, length_px, angle_deg):
    kernel = np.zeros((2 * length_px + 1, 2 * length_px + 1), np.float32)
    reach = length_px / 2 * np.array([np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))])
    start, end = (tuple(int(v) for v in np.rint(length_px + sign * reach)) for sign in (-1, 1))
    cv2.line(kernel, start, end, 1.0)
    return cv2.filter2D(luma, -1, kernel / kernel.sum())


def motion_of(luma):
    return directional_blur(luma, tile_sharpness(measure_detail(halvings(luma))))


@pytest.mark.parametrize("angle_deg", [0, 45, 90, 135])
def test_motion_is_seen_with_its_direction(angle_deg):
    motion = motion_of(moved(pebbles(), 16, angle_deg))
    assert motion.isotropy < 0.2
    assert abs((motion.direction_deg - angle_deg + 90) % 180 - 90) < 12


@pytest.mark.parametrize("sigma", [0.5, 2, 4])
def test_defocus_has_no_direction(sigma):
    assert motion_of(cv2.GaussianBlur(pebbles(), (0, 0), sigma)).isotropy > 0.6


def test_motion_of_a_scene_of_parallel_lines_cannot_be_told():
    blinds = np.repeat(np.where(np.arange(1024) // 20 % 2, 200, 60).astype(np.uint8)[:, None], 1536, axis=1)
    assert motion_of(blinds) is None
