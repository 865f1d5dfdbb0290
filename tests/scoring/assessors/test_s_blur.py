"""What S-Blur promises."""

import cv2
import numpy as np
import pytest

from scoring.assessors.s_blur import SCALE, crispness, judged_blocks, s_blur
from scoring.detail import halvings, measure_detail


def checks(low=40, high=210, size=(960, 1440), step=12):
    """A chequered wall under a plain sky, which shows that there is no noise."""
    rows, cols = np.indices(size)
    luma = np.where((rows // step + cols // step) % 2, high, low).astype(np.uint8)
    luma[800:] = high
    return luma


def measured(luma):
    return s_blur(measure_detail(halvings(luma)))


def test_s_blur_of_pixel_sharp_edges_is_about_a_third():
    # One pixel beside a step loses 0.30 of the step to the 5 x 5 Gaussian of sigma 1; at a corner of two steps more.
    assert 0.25 < measured(checks())[0] < 0.6


def test_s_blur_falls_with_blur_at_native_resolution_first():
    sharp = measured(checks())
    soft = measured(cv2.GaussianBlur(checks(), (0, 0), 2))
    assert soft[0] < 0.3 * sharp[0]
    assert soft[0] / sharp[0] < soft[2] / sharp[2]


def test_s_blur_asks_for_little_contrast():
    strong, weak = measured(checks(20, 230)), measured(checks(90, 150))
    assert 0.8 < weak[0] / strong[0] < 1.0


def test_one_block_more_or_less_moves_s_blur_by_little():
    half = cv2.GaussianBlur(checks(), (0, 0), 4)
    half[:480, :720] = checks()[:480, :720]
    fewer = half.copy()
    fewer[640:, 1320:] = 210
    assert measured(fewer)[0] == pytest.approx(measured(half)[0], rel=0.01)


def test_crispness_rises_with_s_blur_of_every_octave_and_stays_under_one():
    none, half, sharp = crispness(np.zeros(4)), crispness(SCALE / 2), crispness(np.full(4, 0.4))
    assert none == 0.0 < half < 1 - 1 / np.e < sharp < 1.0


def test_s_blur_of_fog_is_none():
    fog = np.tile(np.linspace(180, 195, 1440), (960, 1)).astype(np.uint8)
    assert measured(fog) is None


def test_s_blur_of_noise_alone_is_none():
    noise = np.clip(np.random.default_rng(1).normal(120, 10, (960, 1440)), 0, 255).astype(np.uint8)
    assert measured(noise) is None


def test_s_blur_reads_the_sharpest_blocks_only():
    half = cv2.GaussianBlur(checks(), (0, 0), 4)
    half[:480, :720] = checks()[:480, :720]
    assert measured(half)[0] > 0.9 * measured(checks())[0]


def test_judged_blocks_are_those_with_contrast():
    luma = np.full((960, 1440), 128, np.uint8)
    luma[:800, :720] = checks()[:800, :720]
    judged = judged_blocks(measure_detail(halvings(luma)))
    assert judged[:6, : judged.shape[1] // 2 - 1].all()
    assert not judged[:, judged.shape[1] // 2 + 1 :].any()
