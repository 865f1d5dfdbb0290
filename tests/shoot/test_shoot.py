"""The rendered shoot is what its truth table says: the same bytes each time, readable facts, and faults one can measure."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
import rawpy
from PIL import Image, ImageOps
from PIL.ExifTags import IFD, Base

from tests.shoot.camera import developed, with_sensor_noise
from tests.shoot.frame_truth import MAKE, MODEL, Role
from tests.shoot.render import render_shoot
from tests.shoot.truth import FRAMES, frames_of

REPOSITORY = Path(__file__).parents[2]


def pixels(path: Path) -> np.ndarray:
    """(H, W, 3) float in [0, 1], upright."""
    with Image.open(path) as picture:
        return np.asarray(ImageOps.exif_transpose(picture), np.float64) / 255


def sharpness(picture: np.ndarray) -> float:
    """Mean energy of the gradient of the luma."""
    return float(np.mean(np.square(cv2.Laplacian(picture.mean(axis=2), cv2.CV_64F))))


def white_fraction(picture: np.ndarray) -> float:
    return float((picture.min(axis=2) >= 254 / 255).mean())


def frame_id(frame):
    return frame.name


def test_two_renders_give_the_same_bytes(shoot_dir, tmp_path):
    again = render_shoot(tmp_path)
    assert sorted(path.name for path in again) == sorted(path.name for path in shoot_dir.iterdir())
    assert all(path.read_bytes() == (shoot_dir / path.name).read_bytes() for path in again)


def test_shoot_can_be_rendered_from_the_command_line():
    call = subprocess.run(
        [sys.executable, "-m", "tests.shoot", "--help"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert "DIR" in call.stdout


def test_shoot_is_small_enough_to_carry_around(shoot_dir):
    assert len(list(shoot_dir.iterdir())) == 29
    assert sum(path.stat().st_size for path in shoot_dir.iterdir()) < 12_000_000


def test_every_role_is_in_the_shoot():
    assert {frame.role for frame in FRAMES} == set(Role)
    assert len({frame.name for frame in FRAMES}) == len(FRAMES)


@pytest.mark.parametrize("frame", FRAMES, ids=frame_id)
def test_exif_says_what_the_truth_says(shoot_dir, frame):
    with Image.open(shoot_dir / frame.name) as picture:
        main = picture.getexif()
        exposure = main.get_ifd(IFD.Exif)
    assert (main[Base.Make], main[Base.Model], main[Base.Orientation]) == (MAKE, MODEL, frame.orientation)
    clock = (
        exposure[Base.DateTimeOriginal] + "." + exposure[Base.SubsecTimeOriginal] + exposure[Base.OffsetTimeOriginal]
    )
    assert datetime.strptime(clock, "%Y:%m:%d %H:%M:%S.%f%z") == frame.taken
    assert exposure[Base.ISOSpeedRatings] == frame.iso
    assert exposure[Base.LensModel] == frame.lens
    assert float(exposure[Base.FNumber]) == pytest.approx(frame.f_number)
    assert float(exposure[Base.ExposureTime]) == pytest.approx(frame.exposure_time_s, rel=1e-3)
    assert float(exposure[Base.FocalLength]) == pytest.approx(frame.focal_length_mm)
    assert float(exposure[Base.ExposureBiasValue]) == pytest.approx(frame.exposure_bias_ev)


@pytest.mark.parametrize("frame", FRAMES, ids=frame_id)
def test_upright_picture_has_the_size_the_truth_says(shoot_dir, frame):
    height, width = pixels(shoot_dir / frame.name).shape[:2]
    assert (width, height) == frame.size_px


@pytest.mark.parametrize("frame", FRAMES, ids=frame_id)
def test_highlights_clip_where_the_truth_says_so(shoot_dir, frame):
    assert (white_fraction(pixels(shoot_dir / frame.name)) > 0.02) is frame.clipped_highlights


def test_sideways_frame_is_stored_lying_down(shoot_dir):
    (frame,) = frames_of(Role.SIDEWAYS)
    with Image.open(shoot_dir / frame.name) as picture:
        assert picture.width > picture.height
    upright = pixels(shoot_dir / frame.name)
    sky, meadow = upright[:300].mean(axis=(0, 1)), upright[-300:].mean(axis=(0, 1))
    assert sky[2] > sky[1]
    assert meadow[1] > meadow[2]


def test_bracket_steps_get_brighter_by_one_stop_each(shoot_dir):
    frames = frames_of(Role.BRACKET)
    assert [frame.ev for frame in frames] == [-2.0, -1.0, 0.0, 1.0, 2.0]
    means = [pixels(shoot_dir / frame.name).mean() for frame in frames]
    assert means == sorted(means)
    assert [a.exposure_time_s / b.exposure_time_s for a, b in zip(frames[1:], frames, strict=False)] == [2.0] * 4


def test_burst_holds_one_soft_frame(shoot_dir):
    frames = frames_of(Role.BURST)
    energies = {frame.name: sharpness(pixels(shoot_dir / frame.name)) for frame in frames}
    (soft,) = (frame for frame in frames if frame.soft_radius_px)
    others = [energy for name, energy in energies.items() if name != soft.name]
    assert energies[soft.name] < 0.5 * min(others)
    assert max(others) < 1.2 * min(others)


def test_portrait_burst_holds_one_blink_and_one_soft_frame(shoot_dir):
    frames = frames_of(Role.PORTRAIT_BURST)
    (blink,) = (frame for frame in frames if frame.eyes_closed)
    (soft,) = (frame for frame in frames if frame.soft_radius_px)
    assert blink is not soft
    # The whites of the right eye; the sitter sways by some pixels.
    brightest = {frame.name: pixels(shoot_dir / frame.name)[570:615, 370:470].mean(axis=2).max() for frame in frames}
    others = [bright for name, bright in brightest.items() if name not in (blink.name, soft.name)]
    assert brightest[blink.name] < 0.85 * min(others)
    energies = {frame.name: sharpness(pixels(shoot_dir / frame.name)) for frame in frames}
    assert energies[soft.name] < 0.5 * min(energy for name, energy in energies.items() if name != soft.name)


def test_burst_is_taken_within_two_seconds_and_its_subject_moves(shoot_dir):
    frames = frames_of(Role.BURST)
    assert 0 < (frames[-1].taken - frames[0].taken).total_seconds() < 2
    first, last = (pixels(shoot_dir / frame.name) for frame in (frames[0], frames[-1]))
    moved = np.abs(first - last).mean(axis=2) > 0.15
    columns = np.flatnonzero(moved.any(axis=0))
    assert 400 < np.median(columns) < 800


def test_dark_frame_is_three_stops_below_its_brighter_sister(shoot_dir):
    (dark,), (bright,) = frames_of(Role.DARK), frames_of(Role.RAW_PAIR)
    assert pixels(shoot_dir / dark.name).mean() < 0.45 * pixels(shoot_dir / bright.name).mean()


def test_tilted_frame_has_its_horizon_lower_on_the_right(shoot_dir):
    (frame,) = frames_of(Role.TILTED)
    red = cv2.GaussianBlur(pixels(shoot_dir / frame.name)[..., 0], (0, 0), 6)
    # The evening sky is redder than the sea; the headland hides the horizon on the left.
    columns = np.arange(960, 1480)
    horizon = np.gradient(red[440:560, columns], axis=0).argmin(axis=0)
    slope = np.polyfit(columns, horizon, 1)[0]
    assert np.degrees(np.arctan(slope)) == pytest.approx(frame.tilt_clockwise_deg, abs=0.5)


def test_noisy_frame_has_the_noise_the_truth_says():
    (frame,) = frames_of(Role.NOISY)
    grey = np.full((400, 400, 3), 0.18, np.float32)
    noise = developed(with_sensor_noise(grey, np.random.default_rng(5), frame.grain)) / 255
    assert noise.std() == pytest.approx(frame.noise_sigma_at_mid_grey, rel=0.1)


def test_noisy_frame_is_rougher_in_its_sky_than_the_night_frame(shoot_dir):
    (noisy,), (night,) = frames_of(Role.NOISY), frames_of(Role.NIGHT)
    rough = [sharpness(pixels(shoot_dir / frame.name)[20:220, 500:1000]) for frame in (noisy, night)]
    assert rough[0] > 4 * rough[1]


def test_high_key_frame_is_bright_without_clipping(shoot_dir):
    (frame,) = frames_of(Role.HIGH_KEY)
    picture = pixels(shoot_dir / frame.name)
    assert picture.mean() > 0.8
    assert white_fraction(picture) < 0.001


def test_night_frame_is_mostly_dark_with_lights(shoot_dir):
    (frame,) = frames_of(Role.NIGHT)
    luma = pixels(shoot_dir / frame.name).mean(axis=2)
    assert np.median(luma) < 0.25
    assert luma.max() > 0.9


def test_monochrome_frame_has_no_colour(shoot_dir):
    (frame,) = frames_of(Role.MONOCHROME)
    assert np.ptp(pixels(shoot_dir / frame.name), axis=2).max() < 0.02


def test_duplicate_has_the_bytes_of_its_original(shoot_dir):
    (frame,) = frames_of(Role.DUPLICATE)
    assert (shoot_dir / frame.name).read_bytes() == (shoot_dir / frame.original).read_bytes()


def test_near_duplicate_looks_the_same_and_is_another_file(shoot_dir):
    (frame,) = frames_of(Role.NEAR_DUPLICATE)
    copy, original = shoot_dir / frame.name, shoot_dir / frame.original
    assert copy.stat().st_size < 0.7 * original.stat().st_size
    assert 0 < np.abs(pixels(copy) - pixels(original)).mean() < 0.01


def test_raw_file_opens_and_develops_to_the_picture_of_its_jpeg(shoot_dir):
    (frame,) = frames_of(Role.RAW_PAIR)
    assert Path(frame.raw_companion).stem == Path(frame.name).stem
    with rawpy.imread(str(shoot_dir / frame.raw_companion)) as raw:
        assert raw.raw_pattern.tolist() == [[0, 1], [3, 2]]
        assert (raw.sizes.width, raw.sizes.height) == frame.size_px
        half = raw.postprocess(half_size=True, no_auto_bright=True, use_camera_wb=True, gamma=(2.4, 12.92)) / 255
    jpeg = cv2.resize(pixels(shoot_dir / frame.name), (750, 500), interpolation=cv2.INTER_AREA)
    assert half.shape == jpeg.shape
    assert np.abs(half - jpeg).mean() < 0.02


def test_raw_file_has_no_preview(shoot_dir):
    (frame,) = frames_of(Role.RAW_PAIR)
    with rawpy.imread(str(shoot_dir / frame.raw_companion)) as raw, pytest.raises(rawpy.LibRawNoThumbnailError):
        raw.extract_thumb()


def test_raw_file_carries_the_exif_of_its_jpeg(shoot_dir):
    (frame,) = frames_of(Role.RAW_PAIR)
    with Image.open(shoot_dir / frame.name) as jpeg:
        exif, exposure = jpeg.getexif(), jpeg.getexif().get_ifd(IFD.Exif)
    raw_exif = Image.Exif()
    with (shoot_dir / frame.raw_companion).open("rb") as raw:
        raw_exif.load_from_fp(raw)
        raw_exposure = raw_exif.get_ifd(IFD.Exif)
        shared = {tag: raw_exif[tag] for tag in exif if tag != IFD.Exif}
    assert shared == {tag: fact for tag, fact in exif.items() if tag != IFD.Exif}
    assert raw_exposure == exposure
