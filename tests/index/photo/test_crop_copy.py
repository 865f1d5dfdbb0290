"""Cropped copies of files: what is left, upright, is the crop of the upright photo; the file is only read."""

import io

import numpy as np
import pytest
from PIL import Image, ImageOps

from index.photo.crop_copy import cropped_copy, redrawn_copy
from index.photo.crop_refused import CropRefusedError
from index.photo.errors import FailureKind, PhotoReadError

BOX = 0.4, 0.2, 1.0, 0.8
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "TIFF": ".tif", "AVIF": ".avif"}


@pytest.fixture
def marked():
    """640 x 480 px, a colour in each corner and a gradient between them: no two places look alike."""
    y, x = np.mgrid[:480, :640]
    pixels = np.stack([x * 0.35 + 10, y * 0.45 + 10, 220 - x * 0.15 - y * 0.2], axis=-1).astype(np.uint8)
    for place, colour in zip(((0, 0), (0, 620), (460, 0), (460, 620)), np.eye(4, 3) * 255, strict=True):
        pixels[place[0] : place[0] + 20, place[1] : place[1] + 20] = colour
    return Image.fromarray(pixels)


def save(path, image, kind, orientation=1, **options):
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(path, kind, exif=exif, **options)
    return path


def shown(data):
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(ImageOps.exif_transpose(image).convert("RGB")).astype(float)


@pytest.mark.parametrize("kind", SUFFIXES)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_copy_shows_the_crop_of_the_upright_photo(tmp_path, marked, kind, orientation):
    path = save(tmp_path / f"photo{SUFFIXES[kind]}", marked, kind, orientation, quality=95)
    before = path.read_bytes()
    copy = shown(cropped_copy(path, BOX).data)
    assert path.read_bytes() == before
    photo = shown(before)
    height, width = photo.shape[:2]
    # The copy may reach up to a block beyond the box: it is looked for where it fits.
    tall, wide = copy.shape[:2]
    assert 0.6 * height - 1 <= tall < 0.6 * height + 16
    assert 0.6 * width - 1 <= wide < 0.6 * width + 16
    errors = {
        (top, left): np.abs(photo[top : top + tall, left : left + wide] - copy).mean()
        for top in range(max(0, int(0.2 * height) - 16), min(height - tall, int(0.2 * height) + 1) + 1)
        for left in range(max(0, int(0.4 * width) - 16), min(width - wide, int(0.4 * width) + 1) + 1)
    }
    assert min(errors.values()) < 1.0


def test_named_shape_is_kept_to_the_pixel(tmp_path, marked):
    path = save(tmp_path / "photo.jpg", marked, "JPEG", 6)
    copy = shown(cropped_copy(path, (0.0, 0.1, 1.0, 0.1 + 480 / 640 * 1.25), keep_shape=True).data)
    assert copy.shape[:2] == (600, 480)


def test_heic_and_avif_become_jpeg(tmp_path, marked, shared_photos):
    avif = cropped_copy(save(tmp_path / "photo.avif", marked, "AVIF"), BOX)
    heic = cropped_copy(shared_photos / "heic" / "IMG_2927.HEIC", BOX)
    for copy in (avif, heic):
        assert copy.extension == ".jpg"
        assert copy.data.startswith(b"\xff\xd8")
    assert shown(heic.data).shape[:2] == pytest.approx((0.6 * 4032, 0.6 * 3024), abs=1.5)


def test_other_formats_keep_their_extension(tmp_path, marked):
    assert cropped_copy(save(tmp_path / "IMG_1.JPG", marked, "JPEG"), BOX).extension == ".JPG"


def test_jpeg_that_is_named_like_a_raw_file_gets_its_own_extension(tmp_path, marked):
    assert cropped_copy(save(tmp_path / "IMG_1.nef", marked, "JPEG"), BOX).extension == ".jpg"
    assert cropped_copy(save(tmp_path / "IMG_1.JPEG", marked, "PNG"), BOX).extension == ".png"


def test_raw_is_refused_with_a_reason(dng, scene):
    with pytest.raises(CropRefusedError, match="in your editor"):
        cropped_copy(dng(scene), BOX)


@pytest.mark.parametrize(("data", "kind"), [(b"", FailureKind.EMPTY), (b"\xff\xd8\xff\xe0\x00", FailureKind.CORRUPT)])
def test_file_that_broke_since_is_told(tmp_path, data, kind):
    path = tmp_path / "photo.jpg"
    path.write_bytes(data)
    with pytest.raises(PhotoReadError) as caught:
        cropped_copy(path, BOX)
    assert caught.value.kind is kind


def test_truncated_file_is_told(tmp_path, marked):
    path = save(tmp_path / "photo.jpg", marked, "JPEG")
    path.write_bytes(path.read_bytes()[:-3000])
    with pytest.raises(PhotoReadError):
        cropped_copy(path, BOX)


@pytest.mark.parametrize("kind", SUFFIXES)
def test_redrawn_copy_is_stored_upright(tmp_path, marked, kind):
    path = save(tmp_path / f"photo{SUFFIXES[kind]}", marked, kind, 6, quality=95)
    copy = redrawn_copy(path, lambda pixels: np.ascontiguousarray(pixels[100:300, 50:350]))
    with Image.open(io.BytesIO(copy.data)) as image:
        assert image.getexif().get(0x0112, 1) == 1
        assert image.size == (300, 200)
    assert np.abs(shown(copy.data) - shown(path.read_bytes())[100:300, 50:350]).mean() < 2.5
