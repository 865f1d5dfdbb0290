"""Blocks are found whatever the crop, follow JPEG quality, and are not seen where there are none."""

import cv2
import numpy as np
import pytest

from scoring.assessors.jpeg_blocking import Blocking, measure_blocking

QUALITIES = range(95, 5, -5)


def compressed(luma, quality):
    return cv2.imdecode(cv2.imencode(".jpg", luma, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)


def scene(height=480, width=640):
    """Soft shapes and a little grain."""
    rng = np.random.default_rng(5)
    soft = cv2.GaussianBlur(rng.uniform(0, 255, (height, width)).astype(np.float32), (0, 0), 12)
    stretched = 128 + (soft - soft.mean()) / soft.std() * 40 + rng.normal(0, 1.5, (height, width))
    return np.clip(stretched, 0, 255).astype(np.uint8)


def rank_agreement(values):
    """Spearman's rank correlation with a strictly rising series."""
    ranks = np.argsort(np.argsort(values))
    return float(np.corrcoef(ranks, np.arange(len(ranks)))[0, 1])


def test_blocking_of_a_cropped_camera_photo_follows_the_quality(camera_frame):
    ratios = [measure_blocking(compressed(camera_frame.luma, quality)[3:, 5:]).ratio for quality in QUALITIES]
    assert rank_agreement(ratios) >= 0.95


def test_blocking_of_no_camera_photo_is_strong_as_it_comes_and_none_when_halved(camera_frame):
    assert measure_blocking(camera_frame.luma).ratio < 0.6
    halved = cv2.resize(camera_frame.luma, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    assert not measure_blocking(halved).sure


@pytest.mark.parametrize(("down", "across"), [(0, 0), (1, 0), (3, 5), (7, 7)])
def test_blocking_is_found_at_any_phase_of_the_grid(down, across):
    found = measure_blocking(compressed(scene(), 20)[down:, across:])
    assert found.sure
    assert found.ratio > 1.0
    assert found.step > 1.0


def test_blocking_of_an_uncompressed_scene_is_none():
    found = measure_blocking(scene())
    assert not found.sure
    assert found.ratio < 0.1


def test_blocking_is_not_a_fence_of_eight_pixels_nor_a_facade_of_nearly_eight():
    fence, facade = scene(), scene()
    fence[:, ::8] = 90
    facade[:, np.rint(np.arange(0, 639, 8.2)).astype(int)] = 90
    facade[np.rint(np.arange(0, 479, 8.2)).astype(int)] = 90
    assert not measure_blocking(fence).sure
    assert not measure_blocking(facade).sure


@pytest.mark.parametrize("shape", [(1, 1), (40, 4000), (480, 640)])
def test_blocking_of_an_even_or_narrow_frame_is_not_measured(shape):
    assert measure_blocking(np.full(shape, 128, np.uint8)) is None


def test_blocking_is_seen_where_it_stands_out_and_is_high():
    assert Blocking(1.0, 1.0, sure=True).seen < Blocking(2.0, 1.0, sure=True).seen
    assert Blocking(1.0, 1.0, sure=True).seen < Blocking(1.0, 2.0, sure=True).seen
    assert Blocking(0.1, -0.5, sure=False).seen == 0.0


def test_ratio_is_a_share_of_the_mean_step():
    """Steps of two codes beside the grid, and of four on it: (4 - 2) / ((7 * 2 + 4) / 8 + 0.25)."""
    steps = np.where(np.arange(512) % 8 == 0, 4, 2) * np.where(np.arange(512) % 2, 1, -1)
    line = np.cumsum(steps)
    luma = np.clip(128 + line[None] + line[:, None] - 2 * line.mean(), 0, 255).astype(np.uint8)
    assert measure_blocking(luma).ratio == pytest.approx(0.8, abs=0.01)
