"""What the noise assessor promises."""

import json

import cv2
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


def leaves(size=512):
    """A picture all of leaves: overlapping discs of every tone, down to a few pixels across."""
    random, rgb = np.random.default_rng(1), np.full((size, size, 3), 90, np.uint8)
    for x, y, radius, tone in random.integers((0, 0, 2, 40), (size, size, 9, 200), (12_000, 4)).tolist():
        cv2.ellipse(
            rgb, (x, y), (radius, max(1, radius // 2)), 37 * tone % 180, 0, 360, (tone // 2, tone, tone // 3), -1
        )
    return rgb


def blurred_noise(sigma, blur_px, shape):
    """Gaussian noise after noise reduction: low-pass filtered, `sigma` in the end."""
    grain = cv2.GaussianBlur(np.random.default_rng(5).standard_normal(shape, np.float32), (0, 0), blur_px)
    return sigma * (grain / grain.std())[..., None]


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


@pytest.mark.parametrize("blur_px", [0.7, 1.0, 1.5])
def test_noise_that_the_camera_smoothed_is_seen_and_grows(blur_px):
    grain = blurred_noise(1.0, blur_px, (1200, 1600))
    results = [
        ASSESSOR.assess(frame_of(np.clip(120 + sigma * grain, 0, 255).astype(np.uint8).repeat(3, axis=2)))
        for sigma in (1, 6, 16)
    ]
    assert [result.level for result in results] == ["clean", "slightly noisy", "noisy"]
    assert 0.45 * 6.0 < results[1].evidence["sigma_luma"] < 6.0


def test_noise_that_averages_away_is_visible_at_full_size_only():
    plain = np.full((1800, 2400, 3), 118, np.uint8)
    results = [ASSESSOR.assess(frame_of(noisy(plain, sigma))) for sigma in (1, 5, 12)]
    assert [result.evidence["visible"] for result in results] == ["no", "at 1:1", "at 2 megapixels"]
    assert "visible only at 100 %" in results[1].reasons[0]
    assert "visible even at screen size" in results[2].reasons[0]


def test_noise_of_a_photo_of_two_megapixels_is_the_same_at_both_sizes():
    evidence = ASSESSOR.assess(frame_of(noisy(scene(), 6))).evidence
    assert evidence["sigma_at_2mp"] == evidence["sigma_seen"]


@pytest.mark.parametrize(
    ("sigma", "iso", "for_iso"),
    [
        (1, 3200, "cleaner than usual"),
        (8, 3200, "usual"),
        (12, 100, "noisier than usual"),
        (1, 100, "usual"),
        (1, None, None),
    ],
)
def test_noise_is_compared_with_the_iso(sigma, iso, for_iso):
    result = ASSESSOR.assess(frame_of(noisy(np.full((2000, 2600, 3), 118, np.uint8), sigma), exif=ExifFacts(iso=iso)))
    assert result.evidence["for_iso"] == for_iso
    assert any(f"Noisier than usual for ISO {iso}" in reason for reason in result.reasons) == (sigma == 12)
    assert result.reasons[0].startswith(f"Clean for ISO {iso}:") == (for_iso == "cleaner than usual")


def test_noise_of_a_preview_is_not_compared_with_the_iso():
    frame = frame_of(noisy(scene(), 20), PixelSource.EMBEDDED_PREVIEW, ExifFacts(iso=100))
    assert ASSESSOR.assess(frame).evidence["for_iso"] is None


def test_noise_levels_run_from_clean_to_noisy():
    levels = [ASSESSOR.assess(frame_of(noisy(scene(), sigma))).level for sigma in (1, 5, 15)]
    assert levels == ["clean", "slightly noisy", "noisy"]


def test_noise_names_colour_speckle_and_iso():
    frame = frame_of(noisy(scene(), 12, chroma=True), exif=ExifFacts(iso=6400))
    assert ASSESSOR.assess(frame).reasons[0].startswith("Strong colour speckle at ISO 6400, visible")


def test_noise_is_less_sure_of_a_high_reading_where_everything_is_texture():
    textured = ASSESSOR.assess(frame_of(leaves()))
    grainy = ASSESSOR.assess(frame_of(noisy(np.full((512, 512, 3), 128, np.uint8), 10)))
    assert textured.confidence < 0.5 * grainy.confidence
    assert textured.level == "unclear"
    assert textured.evidence["visible"] is None
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
    assert ("close to white" if code == 255 else "frame is black") in result.reasons[0]


def test_noise_of_a_moon_is_told_of_its_disc_alone():
    rgb = np.zeros((900, 1200, 3), np.uint8)
    rgb[300:600, 400:800] = noisy(np.full((300, 400, 3), 128, np.uint8), 1)
    assert "smooth areas of the lit part vary by only" in ASSESSOR.assess(frame_of(rgb)).reasons[0]


@pytest.mark.parametrize("channel", [0, 2])
def test_noise_in_stage_light_of_one_colour_is_not_judged_and_the_frame_not_called_black(channel):
    rgb = np.full((400, 600, 3), 6, np.uint8)
    rgb[..., channel] = np.linspace(150, 210, 600).astype(np.uint8)
    result = ASSESSOR.assess(frame_of(noisy(rgb, 2)))
    assert result.reasons == ("Too little of the frame is bright enough in all colours to measure noise.",)


@pytest.mark.parametrize("shape", [(1, 1, 3), (40, 60, 3)])
def test_noise_is_not_judged_in_a_tiny_picture(shape):
    result = ASSESSOR.assess(frame_of(np.full(shape, 128, np.uint8)))
    assert result.abstained
    assert "too small" in result.reasons[0]


def test_noise_of_a_photo_with_a_drawn_border_is_the_photos():
    rgb = noisy(scene(), 4)
    plain = ASSESSOR.assess(frame_of(rgb)).evidence["sigma_luma"]
    rgb[:48] = 200
    rgb[-48:] = 40
    assert ASSESSOR.assess(frame_of(rgb)).evidence["sigma_luma"] == pytest.approx(plain, rel=0.15)


@pytest.mark.parametrize("shape", [(32, 4000, 3), (4000, 32, 3), (17, 900, 3)])
def test_noise_of_a_very_wide_or_tall_picture_is_finite(shape):
    result = ASSESSOR.assess(frame_of(noisy(np.full(shape, 128, np.uint8), 3)))
    assert result.abstained or result.evidence["sigma_luma"] > 0.0


def test_noise_evidence_is_json():
    evidence = ASSESSOR.assess(frame_of(scene())).evidence
    assert json.loads(json.dumps(dict(evidence))) == evidence


def test_coarse_grain_is_smoothed_noise_at_full_size_and_may_be_sand_in_a_reduced_copy():
    """Reducing averages neighbours: what is left of noise is as fine as the pixels."""
    grain = np.clip(120 + 16 * blurred_noise(1.0, 1.5, (1200, 1600)), 0, 255).astype(np.uint8).repeat(3, axis=2)
    full, small = ASSESSOR.assess(frame_of(grain)), ASSESSOR.assess(frame_of(grain[:768, :768]))
    assert (full.level, small.level) == ("noisy", "unclear")
    assert small.confidence < full.confidence
