"""A small picture of any photo: upright, in sRGB, of the size that was asked for, or the reason why not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageCms

from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.read import read_photo
from index.photo.read_small import read_small
from index.photo.record import Asset

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


@pytest.fixture
def large(corners):
    """2400 x 1600 px in the colours of `corners`."""
    return corners.resize((2400, 1600), Image.Resampling.NEAREST)


def turned(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def small(path, edge_px=120):
    rgb = read_small(path, edge_px)
    assert not isinstance(rgb, UnreadablePhoto)
    return rgb


@pytest.mark.parametrize("ending", ["jpg", "png", "tif", "webp"])
def test_read_small_makes_every_kind_of_photo_as_long_as_asked(tmp_path, large, corner_colours, ending):
    large.save(tmp_path / f"a.{ending}")
    rgb = small(tmp_path / f"a.{ending}")
    assert rgb.shape == (80, 120, 3)
    assert corner_colours(rgb) == [RED, GREEN, BLUE, WHITE]


def test_read_small_turns_upright(tmp_path, large, corner_colours):
    large.save(tmp_path / "a.jpg", exif=turned(6))
    rgb = small(tmp_path / "a.jpg")
    assert rgb.shape == (120, 80, 3)
    assert corner_colours(rgb) == [BLUE, RED, WHITE, GREEN]


def test_read_small_never_enlarges(tmp_path, corners):
    corners.save(tmp_path / "a.jpg")
    assert small(tmp_path / "a.jpg").shape == (40, 60, 3)


def test_read_small_keeps_a_line_of_a_very_long_picture(tmp_path):
    Image.new("RGB", (4000, 3)).save(tmp_path / "a.png")
    assert small(tmp_path / "a.png").shape == (1, 120, 3)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_read_small_reads_jpegs_in_grey_and_in_four_inks(tmp_path, mode):
    Image.new("RGB", (900, 600), (90, 90, 90)).convert(mode).save(tmp_path / "a.jpg", quality=95)
    rgb = small(tmp_path / "a.jpg")
    assert rgb.shape == (80, 120, 3)
    assert np.abs(rgb.astype(int) - 90).max() <= 3


def test_read_small_converts_to_srgb(tmp_path, large, corner_colours):
    # Of sRGB's profile with the red and the blue primary exchanged.
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    large.save(tmp_path / "a.jpg", icc_profile=exchanged)
    assert corner_colours(small(tmp_path / "a.jpg")) == [BLUE, GREEN, RED, WHITE]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"", FailureKind.EMPTY), (None, FailureKind.MISSING), (b"\xff\xd8\xff", FailureKind.CORRUPT)],
)
def test_read_small_says_why_a_photo_cannot_be_read(tmp_path, content, kind):
    path = tmp_path / "a.jpg"
    if content is not None:
        path.write_bytes(content)
    trouble = read_small(path, 120)
    assert isinstance(trouble, UnreadablePhoto)
    assert (trouble.path, trouble.kind) == (path, kind)


def test_read_small_refuses_a_jpeg_that_ends_early_as_the_full_one_is(tmp_path, scene):
    scene.save(tmp_path / "a.jpg")
    (tmp_path / "a.jpg").write_bytes((tmp_path / "a.jpg").read_bytes()[:-2000])
    trouble = read_small(tmp_path / "a.jpg", 40)
    assert isinstance(trouble, UnreadablePhoto)
    assert trouble.kind is FailureKind.TRUNCATED


def test_read_small_looks_as_the_photo_does(shared_photos):
    path = shared_photos / "camera" / "Leica_T_Typ_701_.jpg"
    rgb, full = small(path, 360), read_photo(Asset(path))
    assert not isinstance(full, UnreadablePhoto)
    height, width = rgb.shape[:2]
    expected = np.asarray(Image.fromarray(full[1]).resize((width, height), Image.Resampling.BOX), int)
    assert (height, width) == (360, 238)
    assert np.abs(rgb.astype(int) - expected).mean() < 2.0


def test_read_small_never_raises_on_fuzzed_files(shared_photos):
    results = [read_small(path, 120) for path in sorted((shared_photos / "broken").iterdir())]
    assert len(results) >= 25
    assert all(isinstance(result, UnreadablePhoto) or max(result.shape) <= 120 for result in results)
