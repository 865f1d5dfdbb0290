"""What the reading of a photo's noise promises."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.noise_measure import measure_noise
from scoring.frame import Frame


def frame_of(rgb):
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def steps(*tones, height=600, width=300):
    """Plain vertical bands."""
    return np.concatenate([np.full((height, width, 3), tone, np.float32) for tone in tones], axis=1)


def grainy(light, sigma, blur_px=0.0, seed=2):
    noise = np.random.default_rng(seed).standard_normal(light.shape[:2], np.float32)
    if blur_px:
        noise = cv2.GaussianBlur(noise, (0, 0), blur_px)
        noise /= noise.std()
    return np.clip(np.rint(light + (sigma * noise)[..., None]), 0, 255).astype(np.uint8)


def test_noise_at_mid_grey_is_what_mid_grey_shows():
    light = steps(40, 118, 200)
    sigma = np.concatenate([np.full((600, 300), one, np.float32) for one in (4.0, 6.0, 4.0)], axis=1)
    reading = measure_noise(frame_of(grainy(light, sigma)))
    assert reading.luma == pytest.approx(4.0, rel=0.12)
    assert reading.luma_mid_grey == pytest.approx(6.0, rel=0.15)


def test_noise_at_mid_grey_is_the_overall_one_where_nothing_is_grey():
    reading = measure_noise(frame_of(grainy(steps(220), 4.0)))
    assert reading.luma_mid_grey == pytest.approx(reading.luma, rel=0.05)


def test_noise_at_mid_grey_is_not_taken_from_texture():
    light = steps(40, 118, 200)
    light[:, 300:600] += 25.0 * np.random.default_rng(4).standard_normal((600, 300, 1), np.float32)
    reading = measure_noise(frame_of(grainy(light, 3.0)))
    assert reading.luma_mid_grey < 1.3 * reading.luma


@pytest.mark.parametrize("blur_px", [0.0, 0.8, 1.5])
def test_noise_at_two_megapixels_is_that_of_an_averaged_copy(blur_px):
    rgb = grainy(steps(100, 140, height=2400, width=1600), 8.0, blur_px)
    copy = cv2.resize(rgb, (1633, 1225), interpolation=cv2.INTER_AREA)
    assert measure_noise(frame_of(rgb)).seen_at_2mp == pytest.approx(measure_noise(frame_of(copy)).seen, rel=0.15)


def test_noise_that_is_smoothed_falls_less_when_the_photo_is_reduced():
    readings = [
        measure_noise(frame_of(grainy(steps(100, 140, height=2400, width=1600), 8.0, blur))) for blur in (0.0, 1.5)
    ]
    white, smoothed = (reading.seen_at_2mp / reading.seen for reading in readings)
    assert white == pytest.approx(0.5, abs=0.12)
    assert smoothed > 0.75


def test_noise_is_not_read_of_a_frame_without_usable_places():
    assert measure_noise(frame_of(np.zeros((400, 600, 3), np.uint8))) is None
