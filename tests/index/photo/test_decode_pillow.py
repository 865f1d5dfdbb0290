"""Every bit depth and colour model becomes 8-bit RGB."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, _imaging

from index.photo import decode_pillow, decode_tiff_float
from index.photo.decode import decode

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


def test_decode_reads_grey_cmyk_palette_and_one_bit(tmp_path, corners, corner_colours):
    grey = decode(saved(tmp_path / "grey.jpg", corners.convert("L"), quality=95), 1).rgb
    assert np.ptp(grey.astype(int), axis=2).max() == 0
    for name, image in (
        ("cmyk.jpg", corners.convert("CMYK")),
        ("cmyk.tif", corners.convert("CMYK")),
        ("palette.png", corners.quantize(8)),
    ):
        assert corner_colours(decode(saved(tmp_path / name, image), 1).rgb) == [RED, GREEN, BLUE, WHITE]
    one_bit = Image.fromarray(np.eye(64, dtype=bool))
    assert set(np.unique(decode(saved(tmp_path / "bits.png", one_bit), 1).rgb)) == {0, 255}


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_decode_scales_16_bit_grey_by_257_and_clips_nothing(tmp_path, name):
    ramp = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
    rgb = decode(saved(tmp_path / name, Image.fromarray(ramp)), 1).rgb
    assert np.abs(rgb[..., 0] - ramp / 257.0).max() <= 0.5


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_decode_reads_16_bit_colour(tmp_path, name):
    ramp = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
    blue_first = np.stack([ramp, ramp[::-1], ramp[:, ::-1]], axis=-1)
    assert cv2.imwrite(str(tmp_path / name), blue_first)
    rgb = decode(tmp_path / name, 1).rgb
    assert np.abs(rgb - blue_first[..., ::-1] / 257.0).max() <= 1.0  # Pillow keeps the high byte


def test_decode_reads_float_tiff_grey_and_colour(tmp_path):
    ramp = np.linspace(-0.1, 1.2, 64 * 64).astype(np.float32).reshape(64, 64)
    grey = decode(saved(tmp_path / "grey.tif", Image.fromarray(ramp)), 1).rgb
    assert np.abs(grey[..., 1] - ramp.clip(0, 1) * 255).max() <= 0.5
    blue_first = np.stack([ramp, ramp[::-1], ramp[:, ::-1]], axis=-1)
    assert cv2.imwrite(str(tmp_path / "colour.tif"), blue_first)
    colour = decode(tmp_path / "colour.tif", 6)
    upright = np.rot90(blue_first[..., ::-1], -1).clip(0, 1) * 255
    assert np.abs(colour.rgb - upright).max() <= 0.5


@pytest.mark.parametrize("pixels", [1, 100, 7 * 64, 64 * 64])
def test_decode_gives_the_same_pixels_however_high_its_strips_are(tmp_path, monkeypatch, scene, pixels):
    path = saved(tmp_path / "a.png", scene)
    floats = np.random.default_rng(3).random((48, 64, 3), np.float32)
    assert cv2.imwrite(str(tmp_path / "float.tif"), floats)
    whole = [decode(file, 1).rgb for file in (path, tmp_path / "float.tif")]
    monkeypatch.setattr(decode_pillow, "STRIP_PIXELS", pixels)
    monkeypatch.setattr(decode_tiff_float, "STRIP_SAMPLES", pixels)
    in_strips = [decode(file, 1).rgb for file in (path, tmp_path / "float.tif")]
    assert all(np.array_equal(one, other) for one, other in zip(whole, in_strips, strict=True))
    assert np.array_equal(whole[0], np.asarray(scene))


def test_pillow_hands_its_memory_back_instead_of_keeping_it_for_each_thread():
    # From 32 MB on, glibc maps a block by itself and unmaps it when it is freed (mallopt(3), M_MMAP_THRESHOLD).
    assert _imaging.get_block_size() > 32 << 20


@pytest.mark.parametrize(("name", "mode"), [("a.png", "RGBA"), ("a.webp", "RGBA"), ("a.tif", "RGBA"), ("a.png", "LA")])
def test_decode_lays_transparency_over_white(tmp_path, corners, name, mode):
    layer = corners.convert(mode)
    layer.putalpha(Image.fromarray(np.where(np.arange(60) < 30, 255, 0).astype(np.uint8)[None].repeat(40, axis=0)))
    rgb = decode(saved(tmp_path / name, layer, lossless=True), 1).rgb
    assert (rgb[:, 32:] == 255).all()
    assert not (rgb[:20, :28] == 255).all()


def test_decode_lays_a_transparent_palette_entry_over_white(tmp_path, corners, corner_colours):
    palette = corners.quantize(4)
    seen_through = palette.getpixel((5, 5))
    rgb = decode(saved(tmp_path / "a.png", palette, transparency=seen_through), 1).rgb
    assert corner_colours(rgb) == [WHITE, GREEN, BLUE, WHITE]


@pytest.mark.parametrize("name", ["a.webp", "a.png", "a.avif"])
def test_decode_takes_the_first_frame_of_an_animation(tmp_path, corners, name, corner_colours):
    frames = [corners.rotate(180)]
    rgb = decode(saved(tmp_path / name, corners, save_all=True, append_images=frames, duration=100), 1).rgb
    assert corner_colours(rgb) == [RED, GREEN, BLUE, WHITE]
