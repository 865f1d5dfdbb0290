"""What the movement measure promises."""

from itertools import product

import cv2
import numpy as np
import pytest

from scoring.assessors.motion import Motion, find_motions
from scoring.assessors.sharp_region import find_sharp_region, sharp_tiles
from scoring.assessors.tile_sharpness import tile_sharpness
from scoring.detail import halvings, measure_detail

PLAIN = 1.6


def pebbles(seed=8, size=(1024, 1536)):
    """Overlapping discs of all tones: edges in every direction."""
    rng = np.random.default_rng(seed)
    luma = np.full(size, 128, np.uint8)
    for x, y, radius, tone in zip(*(rng.integers(0, top, 1500) for top in (size[1], size[0], 40, 256)), strict=True):
        cv2.circle(luma, (int(x), int(y)), int(radius) + 4, int(tone), -1, cv2.LINE_AA)
    return luma


def moved(luma, length_px, angle_deg):
    reach = length_px / 2 * np.array([np.cos(np.radians(angle_deg)), np.sin(np.radians(angle_deg))])
    steps = np.linspace(-1, 1, 4 * length_px + 1)
    total = np.zeros(luma.shape, np.float32)
    for x, y in steps[:, None] * reach:
        shift = np.float32([[1, 0, x], [0, 1, y]])
        total += cv2.warpAffine(luma, shift, luma.shape[::-1], borderMode=cv2.BORDER_REFLECT).astype(np.float32)
    return np.rint(total / len(steps)).astype(np.uint8)


def defocused(luma, radius_px):
    offset = np.arange(-radius_px, radius_px + 1)
    disc = (offset[:, None] ** 2 + offset[None] ** 2 <= radius_px**2).astype(np.float32)
    return cv2.filter2D(luma, -1, disc / disc.sum(), borderType=cv2.BORDER_REFLECT)


def as_a_camera_saves_it(luma):
    noisy = luma + np.random.default_rng(5).normal(0, 1.5, luma.shape)
    _, coded = cv2.imencode(".jpg", np.clip(np.rint(noisy), 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 90])
    return cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE)


def motions_of(luma):
    levels = halvings(luma)
    tiles = tile_sharpness(measure_detail(levels))
    return find_motions(levels, tiles, sharp_tiles(tiles, find_sharp_region(tiles).peak))


@pytest.mark.parametrize(("length_px", "angle_deg"), list(product([8, 20], [0, 30, 90, 135])))
def test_movement_is_seen_with_its_direction_and_length(length_px, angle_deg):
    motion = motions_of(as_a_camera_saves_it(moved(pebbles(), length_px, angle_deg))).frame
    assert motion.strength > PLAIN
    assert abs((motion.direction_deg - angle_deg + 90) % 180 - 90) <= 15
    assert 0.6 < motion.length_px / length_px < 1.6


@pytest.mark.parametrize("radius_px", [0, 2, 4, 8, 12])
def test_defocus_has_no_direction(radius_px):
    luma = pebbles() if radius_px == 0 else defocused(pebbles(), radius_px)
    assert motions_of(as_a_camera_saves_it(luma)).frame.strength < PLAIN / 2


def test_movement_is_seen_through_defocus():
    assert motions_of(moved(defocused(pebbles(), 2), 20, 45)).frame.strength > PLAIN


def test_scene_of_parallel_lines_is_not_taken_for_movement():
    rows = np.indices((1024, 1536))[0]
    blinds = np.where(rows // 20 % 2, 200, 60).astype(np.uint8)
    motion = motions_of(cv2.GaussianBlur(blinds, (0, 0), 1)).frame
    assert motion is None or motion.strength < PLAIN


def test_streaked_part_is_told_from_a_sharp_one():
    sharp, streaked = pebbles(), moved(pebbles(), 16, 0)
    streaked[:, :768] = sharp[:, :768]
    motions = motions_of(streaked)
    assert motions.sharpest.strength < PLAIN / 2
    assert motions.rest.strength > PLAIN


def test_too_few_edges_show_no_movement():
    lone = np.full((1024, 1536), 100, np.uint8)
    cv2.circle(lone, (700, 500), 60, 220, -1)
    assert motions_of(lone).frame is None


def test_directions_are_compared_around_the_circle():
    assert Motion(1.0, 175.0, 8.0).turned_from(Motion(1.0, 5.0, 8.0)) == 10.0


def test_what_a_long_movement_takes_from_the_coarsest_octave_is_no_doubt_in_it():
    motions = motions_of(as_a_camera_saves_it(moved(pebbles(), 40, 30)))
    assert motions.frame.strength > PLAIN
    assert abs(motions.frame.direction_deg - 30) <= 15


def test_smear_is_what_the_frame_and_its_sharpest_parts_both_show():
    streaked = pebbles()
    streaked[:, 768:] = moved(pebbles(), 16, 0)[:, 768:]
    assert motions_of(moved(pebbles(), 16, 0)).smear > PLAIN
    assert motions_of(streaked).smear < PLAIN / 2


def test_few_edges_show_a_smear_but_no_movement():
    few = np.full((1024, 1536), 100, np.uint8)
    for x, y in ((300, 300), (800, 300), (1300, 300), (550, 750), (1050, 750)):
        few[y - 60 : y + 60, x - 60 : x + 60] = pebbles()[y - 60 : y + 60, x - 60 : x + 60]
    still, streaked = motions_of(few), motions_of(moved(few, 20, 45))
    assert streaked.smear > still.smear
