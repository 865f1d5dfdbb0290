"""Embedded ICC profiles are converted to sRGB; broken ones are ignored."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from index.photo.colour_profile import is_srgb, to_srgb
from index.photo.decode import decode

# Red, green and blue primaries as XYZ adapted to D50, as their makers' profiles state them.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
SRGB = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
GAMMA_ADOBE, GAMMA_22 = 563 / 256, 2.2
D50 = (0.96420, 1.0, 0.82491)


def fixed(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def curve(gamma: float | None) -> bytes:
    if gamma is not None:
        return b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    return b"para" + bytes(4) + struct.pack(">HH", 3, 0) + fixed((2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))


def icc_profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A display profile (ICC.1:2001-04) with these tags."""
    tags = {b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(81), **tags}
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for signature, payload in tags.items():
        table += signature + struct.pack(">II", offset + len(body), len(payload))
        body += payload + bytes(-len(payload) % 4)
    header = bytearray(128)
    header[8:12], header[12:24], header[36:40] = b"\x02\x10\0\0", b"mntr" + space + b"XYZ ", b"acsp"
    header[68:80] = fixed(D50)
    header[:4] = struct.pack(">I", offset + len(body))
    return bytes(header) + table + body


def rgb_profile(primaries: tuple[tuple[float, ...], ...], gamma: float | None) -> bytes:
    names = (b"rXYZ", b"gXYZ", b"bXYZ")
    xyz = {name: b"XYZ " + bytes(4) + fixed(value) for name, value in zip(names, primaries, strict=True)}
    white = {b"wtpt": b"XYZ " + bytes(4) + fixed(D50)}
    return icc_profile(b"RGB ", {**white, **xyz, **{name: curve(gamma) for name in (b"rTRC", b"gTRC", b"bTRC")}})


def grey_profile(gamma: float) -> bytes:
    return icc_profile(b"GRAY", {b"wtpt": b"XYZ " + bytes(4) + fixed(D50), b"kTRC": curve(gamma)})


def linear(code: np.ndarray) -> np.ndarray:
    return np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)


def encoded(light: np.ndarray) -> np.ndarray:
    light = light.clip(0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def expected(colour: tuple[int, ...], primaries: tuple[tuple[float, ...], ...], gamma: float | None) -> np.ndarray:
    """8-bit sRGB of one colour, worked out from the matrices alone."""
    code = np.array(colour) / 255
    light = linear(code) if gamma is None else code**gamma
    return 255 * encoded(np.linalg.inv(np.array(SRGB).T) @ np.array(primaries).T @ light)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.webp"])
@pytest.mark.parametrize(("primaries", "gamma"), [(ADOBE_RGB, GAMMA_ADOBE), (DISPLAY_P3, None)])
@pytest.mark.parametrize("colour", [(200, 100, 60), (90, 160, 110), (120, 120, 120)])
def test_decode_converts_adobe_rgb_and_display_p3(tmp_path, name, primaries, gamma, colour):
    path = tmp_path / name
    options = {"lossless": True} if name == "a.webp" else {"quality": 100}
    Image.new("RGB", (64, 64), colour).save(path, icc_profile=rgb_profile(primaries, gamma), **options)
    assert np.abs(decode(path, 1).rgb[32, 32] - expected(colour, primaries, gamma)).max() <= 3


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif"])
def test_decode_converts_grey_profiles(tmp_path, name):
    path = tmp_path / name
    Image.new("L", (32, 32), 128).save(path, icc_profile=grey_profile(1.0), quality=100)
    assert np.abs(decode(path, 1).rgb[16, 16] - 255 * encoded(np.array(128 / 255))).max() <= 2


def test_decode_converts_a_profile_that_a_jpeg_holds_in_parts(tmp_path):
    white = b"XYZ " + bytes(4) + fixed(D50)
    long = icc_profile(b"GRAY", {b"kTRC": curve(1.0), b"wtpt": white, b"junk": bytes(150_000)})
    path = tmp_path / "a.jpg"
    Image.new("L", (32, 32), 128).save(path, icc_profile=long, quality=100)
    assert decode(path, 1).rgb[16, 16, 0] > 180


def test_srgb_is_recognised_by_what_it_does():
    assert is_srgb(None)
    assert is_srgb(rgb_profile(SRGB, None))
    assert is_srgb(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    assert not is_srgb(rgb_profile(DISPLAY_P3, None))
    assert not is_srgb(rgb_profile(SRGB, 1.8))


@pytest.mark.parametrize(
    "profile",
    [
        b"junk",
        b"",
        bytes(200),
        rgb_profile(ADOBE_RGB, GAMMA_22)[:150],
        grey_profile(1.0),
        rgb_profile(ADOBE_RGB, GAMMA_22)[:128] + bytes(400),
    ],
)
def test_to_srgb_ignores_a_profile_that_is_broken_or_of_another_colour_space(profile):
    image = Image.new("RGB", (8, 8), (200, 100, 60))
    assert to_srgb(image, profile).getpixel((4, 4)) == (200, 100, 60)


def test_decode_of_a_jpeg_with_a_broken_profile_shows_the_stored_colours(tmp_path):
    image = Image.new("RGB", (16, 16), (200, 100, 60))
    for name, profile in (("plain.jpg", None), ("broken.jpg", b"junk" * 50)):
        image.save(tmp_path / name, icc_profile=profile)
    assert np.array_equal(decode(tmp_path / "plain.jpg", 1).rgb, decode(tmp_path / "broken.jpg", 1).rgb)


def test_to_srgb_turns_cmyk_without_a_profile_into_rgb():
    buffer = io.BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(buffer, "JPEG")
    red, green, blue = to_srgb(Image.open(buffer), None).getpixel((4, 4))
    assert red > 200
    assert max(green, blue) < 60
