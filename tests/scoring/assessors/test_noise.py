"""What the noise assessor promises."""

import json

import numpy as np
import pytest

from index.photo.record import ExifFacts, PixelSource
from scoring.assessors.noise import ASSESSOR
from scoring.frame import Frame

SIGMAS = (0, 2, 4, 8, 16, 32)
CROP_PX = 1024
LUMA_SHARE = (0.299**2 + 0.587**2 + 0.114**2) ** 0.5
"""Of independent noise in R, G and B, what arrives in luma."""


def frame_of(rgb, source=PixelSource.FULL, exif=ExifFacts()):  # noqa: B008 - frozen, so sharing it is safe
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), exif, source)


def noisy(rgb, sigma, *, chroma=False):
    """`rgb` with gaussian noise of `sigma` 8-bit codes a channel; or in Cr and Cb alone (ITU-T T.871)."""
    noise = np.random.default_rng(3).standard_normal(rgb.shape, np.float32)
    if chroma:
        red, blue = noise[..., 0], noise[..., 1]
        noise = np.stack([1.402 * red, -0.714136 * red - 0.344136 * blue, 1.772 * blue], axis=2)
    return np.clip(np.rint(rgb + sigma * noise), 0, 255).astype(np.uint8)


def scene(size=512):
    """A sky above a busy texture."""
    rgb = np.empty((size, size, 3), np.uint8)
    rgb[: size // 2] = np.linspace(90, 170, size).astype(np.uint8)[None, :, None]
    rgb[size // 2 :] = np.random.default_rng(1).integers(40, 210, (size - size // 2, size, 1))
    return rgb


def middle_of(frame):
    top, left = ((length - CROP_PX) // 2 for length in frame.rgb.shape[:2])
    return frame.rgb[top : top + CROP_PX, left : left + CROP_PX]


@pytest.mark.parametrize(("chroma", "key"), [(False, "sigma_luma"), (True, "sigma_chroma")])
def test_noise_added_to_a_camera_photo_raises_sigma_and_lowers_value(camera_frame, chroma, key):
    rgb = middle_of(camera_frame)
    results = [ASSESSOR.assess(frame_of(noisy(rgb, sigma, chroma=chroma))) for sigma in SIGMAS]
    sigmas, values = [result.evidence[key] for result in results], [result.value for result in results]
    assert sigmas == sorted(set(sigmas))
    assert values == sorted(set(values), reverse=True)


def test_noise_of_every_camera_photo_at_its_base_iso_is_clean_or_not_judged(camera_frame):
    result = ASSESSOR.assess(camera_frame)
    assert result.abstained or result.level == "clean"


def test_noise_is_read_from_the_sky_not_from_the_texture():
    assert ASSESSOR.assess(frame_of(noisy(scene(), 4))).evidence["sigma_luma"] == pytest.approx(
        4 * LUMA_SHARE, rel=0.12
    )


def test_noise_levels_run_from_clean_to_noisy():
    levels = [ASSESSOR.assess(frame_of(noisy(scene(), sigma))).level for sigma in (1, 5, 15)]
    assert levels == ["clean", "slightly noisy", "noisy"]


def test_noise_names_colour_speckle_and_iso():
    frame = frame_of(noisy(scene(), 12, chroma=True), exif=ExifFacts(iso=6400))
    assert ASSESSOR.assess(frame).reasons[0].startswith("Strong colour speckle at ISO 6400:")


def test_noise_is_less_sure_of_a_high_reading_where_everything_is_texture():
    texture = np.random.default_rng(1).standard_normal((512, 512, 1)) * np.linspace(8, 60, 512)[None, :, None]
    textured = ASSESSOR.assess(frame_of(np.clip(128 + texture, 0, 255).astype(np.uint8).repeat(3, axis=2)))
    grainy = ASSESSOR.assess(frame_of(noisy(np.full((512, 512, 3), 128, np.uint8), 10)))
    assert textured.confidence < 0.5 * grainy.confidence
    assert textured.level == "unclear"
    assert "cannot be told from fine texture" in textured.reasons[0]


@pytest.mark.parametrize("source", [PixelSource.EMBEDDED_PREVIEW, PixelSource.HALF_SIZE_DEVELOPMENT])
def test_noise_is_less_sure_of_pixels_that_are_not_native(source):
    rgb = noisy(scene(), 3)
    native, scaled = ASSESSOR.assess(frame_of(rgb)), ASSESSOR.assess(frame_of(rgb, source))
    assert scaled.confidence < 0.7 * native.confidence
    assert scaled.value == native.value
    assert len(scaled.reasons) == len(native.reasons) + 1


def test_noise_of_a_drawn_flat_picture_is_clean_but_hardly_sure():
    result = ASSESSOR.assess(frame_of(np.full((400, 600, 3), 128, np.uint8)))
    assert result.level == "clean"
    assert 0.0 < result.confidence < 0.4


@pytest.mark.parametrize("code", [0, 3, 255])
def test_noise_is_not_judged_where_everything_is_clipped(code):
    result = ASSESSOR.assess(frame_of(np.full((400, 600, 3), code, np.uint8)))
    assert result.abstained
    assert "black or blown" in result.reasons[0]


@pytest.mark.parametrize("shape", [(1, 1, 3), (40, 60, 3)])
def test_noise_is_not_judged_in_a_tiny_picture(shape):
    result = ASSESSOR.assess(frame_of(np.full(shape, 128, np.uint8)))
    assert result.abstained
    assert "too small" in result.reasons[0]


def test_noise_evidence_is_json():
    evidence = ASSESSOR.assess(frame_of(scene())).evidence
    assert json.loads(json.dumps(dict(evidence))) == evidence
