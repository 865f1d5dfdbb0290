"""What the sharpness assessor promises."""

import json
from itertools import pairwise

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts, PixelSource
from scoring.assessors.sharpness import ASSESSOR
from scoring.frame import Frame
from scoring.metrics.correlation import srcc

SIGMAS, LENGTHS_PX = (0, 0.7, 1, 2, 4, 8), (1, 3, 7, 11, 21, 41)


def assess(rgb, source=PixelSource.FULL):
    return ASSESSOR.assess(Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts(), source))


def blurred(rgb, sigma):
    return cv2.GaussianBlur(rgb, (0, 0), sigma) if sigma else rgb


def wall(size=(1200, 1800)):
    """A chequered wall under a plain sky, as the lens of a camera draws it."""
    rows, cols = np.indices(size)
    luma = np.where((rows // 16 + cols // 16) % 2, 200, 60).astype(np.uint8)
    luma[900:] = 200
    return blurred(np.repeat(luma[..., None], 3, axis=2), 0.6)


def with_noise(rgb, sigma):
    noise = np.random.default_rng(7).normal(0, sigma, (*rgb.shape[:2], 1))
    return np.clip(rgb + noise, 0, 255).astype(np.uint8)


def test_levels_run_from_extremely_sharp_to_severely_blurred():
    levels = [assess(blurred(wall(), sigma)).level for sigma in (0, 1.5, 3, 12)]
    assert levels[0] == "extremely sharp"
    assert levels[-1] == "severely blurred"
    assert len(set(levels)) == 4


def test_a_small_copy_is_crisp_at_its_size_only():
    small = assess(cv2.resize(wall(), (900, 600), interpolation=cv2.INTER_AREA))
    assert small.level == "sharp"
    assert small.reasons[0].startswith("Crisp at this size (900 px)")


def test_a_small_copy_that_looks_blurred_is_called_so():
    small = blurred(cv2.resize(wall(), (512, 341), interpolation=cv2.INTER_AREA), 2.5)
    judged = assess(small)
    assert judged.level == "blurred"
    assert judged.reasons[0] == "Even the sharpest areas are soft or smeared, though the picture is small (512 px)."


@pytest.mark.parametrize("blur", [0, 1, 3])
def test_noise_does_not_look_sharper(blur):
    rgb = blurred(wall(), blur)
    clean = assess(rgb).value
    assert all(assess(with_noise(rgb, sigma)).value < clean + 0.02 for sigma in (3, 6, 12))


def test_noise_lowers_the_confidence_and_is_said():
    noisy = assess(with_noise(wall(), 12))
    assert noisy.confidence < 0.5 * assess(wall()).confidence
    assert noisy.reasons[-1].startswith("Noise or fine texture covers even the smoothest areas")


def test_contrast_alone_is_not_sharpness():
    weak = (wall().astype(np.float64) * 0.4 + 80).astype(np.uint8)
    assert assess(weak).value == pytest.approx(assess(wall()).value, abs=0.05)


def test_shallow_depth_of_field_is_judged_by_its_sharp_part():
    portrait = blurred(wall(), 8)
    portrait[300:900, 600:1200] = wall()[300:900, 600:1200]
    assert assess(portrait).level in ("sharp", "extremely sharp")


def test_fog_cannot_be_judged():
    fog = np.tile(np.linspace(180, 195, 1800)[None, :, None], (1200, 1, 3)).astype(np.uint8)
    assert assess(fog).abstained


def test_a_tiny_picture_cannot_be_judged():
    assert assess(np.ascontiguousarray(wall()[:100, :100])).abstained


@pytest.mark.parametrize("source", [PixelSource.EMBEDDED_PREVIEW, PixelSource.HALF_SIZE_DEVELOPMENT])
def test_what_is_not_the_full_picture_is_said_and_trusted_less(source):
    judged = assess(wall(), source)
    assert judged.confidence < assess(wall()).confidence
    assert "RAW" in judged.reasons[-1]


def test_evidence_is_plain_json():
    json.dumps(dict(assess(wall()).evidence), allow_nan=False)


def test_blurring_a_camera_photo_lowers_sharpness_step_by_step(camera_frame):
    judged = [assess(blurred(camera_frame.rgb, sigma)) for sigma in SIGMAS]
    assert not any(one.abstained for one in judged)
    values = [one.value for one in judged]
    assert all(later < earlier for earlier, later in pairwise(values))


def test_sharpness_of_a_camera_photo_falls_with_the_length_of_a_movement(camera_frame):
    judged = [(length_px, assess(cv2.blur(camera_frame.rgb, (length_px, 1)))) for length_px in LENGTHS_PX]
    lengths, values = np.array([(length_px, one.value) for length_px, one in judged if not one.abstained], float).T
    assert srcc(values, lengths) <= -0.9
