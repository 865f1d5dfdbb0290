"""What is promised of a RAW file's own noise: what was put into the file comes out."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.photo.read import read_photo
from index.photo.record import Asset, PixelSource
from scoring.assessors.noise import ASSESSOR
from scoring.assessors.sensor_noise import fit_sensor
from scoring.frame import Frame
from tests.shoot import dng
from tests.shoot.truth import FRAMES

A, B = 8e-4, 2e-5
"""A white level of 1,250 electrons: about ISO 1600 on a small sensor."""


@pytest.fixture(scope="module")
def noisy_raw(tmp_path_factory):
    """A DNG of a shaded wall, its photosites noisy by A and B; as read from the disk."""
    path = Path(tmp_path_factory.mktemp("raw")) / "wall.dng"
    across = np.linspace(0.02, 0.9, 1200, dtype=np.float32)
    light = np.broadcast_to(across[None, :, None], (800, 1200, 3))
    clean = dng.mosaic(light).astype(np.float64) - dng.BLACK_LEVEL
    share = clean / (dng.WHITE_LEVEL - dng.BLACK_LEVEL)
    share += np.random.default_rng(3).standard_normal(share.shape) * np.sqrt(A * share + B)
    codes = np.clip(np.rint(dng.BLACK_LEVEL + share * (dng.WHITE_LEVEL - dng.BLACK_LEVEL)), 0, dng.WHITE_LEVEL)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dng, "mosaic", lambda _light: codes.astype("<u2"))
        dng.write_dng(path, light, FRAMES[0])
    return read_photo(Asset(path))


def test_sensor_noise_of_a_file_is_what_was_put_in_for_each_colour(noisy_raw):
    record, _ = noisy_raw
    lines = fit_sensor(record.sensor)
    assert set(lines) == {"R", "G", "B"}
    for line in lines.values():
        assert line.a == pytest.approx(A, rel=0.1)
        assert line.b == pytest.approx(B, rel=0.1)
    assert lines["G"].patches > 1.5 * lines["R"].patches


def test_sensor_noise_leaves_out_a_colour_that_is_clipped(noisy_raw):
    sensor = noisy_raw[0].sensor
    no_red = replace(sensor, clipped=sensor.clipped | (np.array(list(sensor.colours)) == "R"))
    assert set(fit_sensor(no_red)) == {"G", "B"}


def test_noise_of_a_developed_file_states_the_line_and_says_what_it_means(noisy_raw):
    record, rgb = noisy_raw
    assert record.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT
    result = ASSESSOR.assess(Frame(rgb, record.size_px, record.exif, record.pixel_source, sensor=record.sensor))
    assert result.evidence["sensor_poisson_a"]["G"] == pytest.approx(A, rel=0.1)
    assert result.evidence["sensor_gaussian_b"]["G"] == pytest.approx(B, rel=0.1)
    assert result.reasons[-1] == "In the RAW data, mid-grey has a signal-to-noise ratio of 14 to 1."
    assert json.loads(json.dumps(dict(result.evidence))) == result.evidence


def test_noise_of_pixels_without_a_sensor_states_no_line(noisy_raw):
    record, rgb = noisy_raw
    result = ASSESSOR.assess(Frame(rgb, record.size_px, record.exif, record.pixel_source))
    assert "sensor_poisson_a" not in result.evidence
