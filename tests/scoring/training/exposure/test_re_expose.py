"""What re-exposing a photo promises."""

import numpy as np
import pytest

from scoring.srgb import SRGB_TO_LINEAR
from scoring.training.exposure.re_expose import Camera, drawn_camera, re_exposed
from scoring.training.exposure.tone_curve import PLAIN, curve

SAME = Camera(PLAIN, PLAIN)


def generator():
    return np.random.default_rng(0)


def picture():
    return generator().integers(20, 160, (48, 64, 3), dtype=np.uint8)


def test_no_step_and_no_camera_leave_the_photo_as_it_is():
    assert np.abs(re_exposed(picture(), 0.0, SAME, generator()).astype(int) - picture()).max() <= 1


def test_step_doubles_the_light():
    brighter = re_exposed(np.full((8, 8, 3), 100, np.uint8), 1.0, SAME, generator())
    assert SRGB_TO_LINEAR[brighter].mean() == pytest.approx(2.0 * SRGB_TO_LINEAR[100], rel=0.02)


def test_each_channel_clips_alone():
    red = np.full((8, 8, 3), (200, 60, 60), np.uint8)
    brighter = re_exposed(red, 1.5, SAME, generator())
    assert brighter[0, 0, 0] == 255
    assert brighter[0, 0, 1] < 150


def test_field_changes_each_region_by_its_own_step():
    field = np.zeros((48, 64), np.float32)
    field[:, 32:] = -2.0
    made = re_exposed(picture(), field, SAME, generator())
    assert made[:, :32].mean() == pytest.approx(picture()[:, :32].mean(), abs=1.0)
    assert made[:, 32:].mean() < 0.7 * picture()[:, 32:].mean()


def test_mid_grey_stays_mid_grey_whatever_the_curves_are():
    grey = np.full((8, 8, 3), 118, np.uint8)
    for developed in (curve(0.95, 0.08), curve(1.25, 0.14)):
        assert int(re_exposed(grey, 0.0, Camera(curve(1.1, 0.1), developed), generator())[0, 0, 0]) in (117, 118, 119)


def test_pushed_shadows_are_noisier_than_the_same_light_well_exposed():
    noisy = Camera(PLAIN, PLAIN, shot_noise=1e-5, read_noise=5e-4)
    pushed = re_exposed(np.full((64, 64, 3), 20, np.uint8), 3.0, noisy, generator())
    exposed = re_exposed(np.full((64, 64, 3), int(pushed.mean()), np.uint8), 0.0, noisy, generator())
    assert pushed.std() > 2.0 * exposed.std()


def test_jpeg_changes_codes_and_keeps_brightness():
    coded = re_exposed(picture(), 0.0, Camera(PLAIN, PLAIN, jpeg_quality=60), generator())
    assert (coded != picture()).any()
    assert coded.mean() == pytest.approx(picture().mean(), abs=2.0)


def test_drawn_cameras_differ_but_by_the_same_seed():
    assert drawn_camera(np.random.default_rng(1)) == drawn_camera(np.random.default_rng(1))
    assert drawn_camera(np.random.default_rng(1)) != drawn_camera(np.random.default_rng(2))
