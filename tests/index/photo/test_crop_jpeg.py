"""Crops of JPEGs: the pixels that are left, and how they are stored."""

import io
import shutil
import subprocess

import numpy as np
import pytest
from PIL import Image

from index.photo.crop_jpeg import crop_jpeg
from index.photo.jpeg_frame import frame_of
from index.photo.stored_box import pixel_box

LEAST_PSNR_DB = 55.0
"""With equal tables and aligned blocks only the rounding of decoded pixels is lost. Where the tables divide by one (the best
quality of a camera) that costs most: 55.7 dB in the worst of 16 cameras' photos, 77 in the best; divided by 8 about 68."""
BOX = 0.13, 0.11, 0.83, 0.87


def psnr_db(one, other):
    error = np.mean((one.astype(float) - other) ** 2)
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)


def pixels(data, mode="RGB"):
    return np.asarray(Image.open(io.BytesIO(data)).convert(mode))


def saved(image, **options):
    stream = io.BytesIO()
    image.save(stream, "JPEG", **options)
    return stream.getvalue()


def cropped(data):
    frame = frame_of(data)
    box = pixel_box(BOX, frame.size_px, frame.mcu_px)
    left, top, right, bottom = box
    return crop_jpeg(data, box), pixels(data)[top:bottom, left:right]


@pytest.mark.parametrize("sampling", ["4:4:4", "4:2:2", "4:2:0"])
@pytest.mark.parametrize("quality", [80, 98])
@pytest.mark.parametrize("progressive", [False, True])
def test_crop_shows_the_same_pixels_stored_in_the_same_way(scene, sampling, quality, progressive):
    original = saved(scene, subsampling=sampling, quality=quality, progressive=progressive)
    copy, wanted = cropped(original)
    # The outermost colours of a crop have no neighbour to be blended with, in any decoder.
    assert psnr_db(pixels(copy)[2:-2, 2:-2], wanted[2:-2, 2:-2]) > 50
    old, new = frame_of(original), frame_of(copy)
    assert (new.factors, new.is_progressive) == (old.factors, old.is_progressive)
    assert Image.open(io.BytesIO(copy)).quantization == Image.open(io.BytesIO(original)).quantization


@pytest.mark.parametrize("options", [{"mode": "L"}, {"mode": "CMYK"}, {"keep_rgb": True}])
def test_grey_inks_and_plain_rgb_stay_what_they_are(scene, options):
    mode, options = options.get("mode", "RGB"), {name: on for name, on in options.items() if name != "mode"}
    original = saved(scene.convert(mode), quality=92, **options)
    copy, wanted = cropped(original)
    assert frame_of(copy).colours is frame_of(original).colours
    assert Image.open(io.BytesIO(copy)).mode == mode
    assert psnr_db(pixels(copy), wanted) > 50


def test_crop_of_a_crop_loses_no_more(scene):
    original = saved(scene, quality=90, subsampling="4:2:0")
    once = crop_jpeg(original, (32, 32, 288, 208))
    twice = crop_jpeg(once, (16, 16, 240, 160))
    assert psnr_db(pixels(twice)[4:-4, 4:-4], pixels(original)[48:192, 48:272][4:-4, 4:-4]) > 55


def test_two_crops_of_one_photo_are_the_same_bytes(scene):
    original = saved(scene, quality=90)
    assert crop_jpeg(original, (16, 16, 200, 160)) == crop_jpeg(original, (16, 16, 200, 160))


def test_blocks_that_the_box_cuts_keep_what_they_were(scene):
    """The last block is stored whole, with what lay beyond the box, so that it is rounded as it was."""
    original = saved(scene, quality=60, subsampling="4:4:4")
    copy = crop_jpeg(original, (16, 16, 203, 161))
    assert pixels(copy).shape == (145, 187, 3)
    assert psnr_db(pixels(copy)[-1:], pixels(original)[160:161, 16:203]) > 50


def test_noise_that_is_too_much_for_pillows_progressive_buffer_is_written_all_the_same(capfd):
    noise = Image.fromarray(np.random.default_rng(5).integers(0, 255, (256, 256, 3), np.uint8))
    halves = Image.new("RGB", (512, 256))
    halves.paste(noise, (0, 0))
    original = saved(halves, qtables=[[1] * 64], subsampling=0, progressive=True)
    copy = crop_jpeg(original, (0, 0, 256, 256))
    assert psnr_db(pixels(copy), np.asarray(halves)[:, :256]) > 40
    capfd.readouterr()


def test_bytes_after_the_end_are_not_copied(scene):
    original = saved(scene, quality=90) + b"a film"
    copy = crop_jpeg(original, (0, 0, 160, 160))
    assert copy.endswith(b"\xff\xd9")


def test_damaged_file_is_told(scene):
    with pytest.raises((ValueError, OSError)):
        crop_jpeg(saved(scene)[:3000], (0, 0, 160, 160))


def test_cameras_photos_keep_their_pixels(shared_photos):
    for path in sorted((shared_photos / "camera").glob("*.jpg")):
        original = path.read_bytes()
        copy, wanted = cropped(original)
        assert frame_of(copy).factors == frame_of(original).factors, path.name
        assert psnr_db(pixels(copy), wanted) > LEAST_PSNR_DB, path.name


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_finds_nothing_new_to_warn_of(shared_photos, tmp_path):
    for path in sorted((shared_photos / "camera").glob("*.jpg"))[::4]:  # it takes a second a file
        copy = tmp_path / path.name
        copy.write_bytes(cropped(path.read_bytes())[0])
        assert warnings_of(copy) <= warnings_of(path), path.name


def warnings_of(path):
    arguments = ["exiftool", "-validate", "-warning", "-error", "-a", "-s3", str(path)]
    told = subprocess.run(arguments, capture_output=True, text=True, check=False).stdout
    # The first line counts them.
    return {line for line in told.splitlines()[1:] if line}
