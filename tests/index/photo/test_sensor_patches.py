"""What sampling the sensor of a RAW file promises."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from index.photo.decode import decode
from index.photo.sensor_patches import measure_sites


def test_sensor_patches_of_a_developed_file_state_colours_and_levels(dng):
    sensor = decode(dng(), 1).sensor
    assert sensor.colours == "RGGB"
    assert sensor.mean.shape == sensor.variance.shape == sensor.activity.shape == sensor.clipped.shape
    assert sensor.mean.max() == pytest.approx(50_000 / 65_535, abs=1e-4)
    assert sensor.mean.min() == pytest.approx(20_000 / 65_535, abs=1e-4)
    assert not sensor.clipped.any()


def test_sensor_patches_are_not_taken_where_the_preview_is_good(dng):
    assert decode(dng(Image.new("RGB", (1200, 900))), 1).sensor is None


def test_sensor_patches_of_white_noise_show_its_variance_in_all_details():
    noise = np.random.default_rng(1).normal(2000.0, 30.0, (500, 4, 16, 16))
    patches = measure_sites(np.rint(noise).astype(np.uint16), np.full(4, 1000, np.float32), 5000.0, "RGGB")
    assert patches.mean.mean() == pytest.approx(0.25, abs=1e-3)
    assert patches.variance.mean() == pytest.approx((30.0 / 4000.0) ** 2, rel=0.03)
    assert patches.activity.mean() == pytest.approx((30.0 / 4000.0) ** 2, rel=0.03)


def test_sensor_patches_show_edges_as_activity_and_not_as_noise():
    edge = np.full((1, 4, 16, 16), 1000, np.uint16)
    edge[..., 5:] = 3000
    patches = measure_sites(edge, np.zeros(4, np.float32), 5000.0, "RGGB")
    assert (patches.variance == 0.0).all()
    assert (patches.activity > 0.01).all()


@pytest.mark.parametrize("code", [0, 500, 5000])
def test_sensor_patches_name_what_is_cut_off_at_black_or_white(code):
    sites = np.full((2, 4, 16, 16), 2000, np.uint16)
    sites[1, 2, 3, 4] = code
    clipped = measure_sites(sites, np.full(4, 500, np.float32), 5000.0, "RGGB").clipped
    assert clipped.sum() == 1
    assert clipped[1, 2]
