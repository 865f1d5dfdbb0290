"""A fingerprint follows the picture data: metadata edits keep it, other pixels change it."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image, PngImagePlugin
from xxhash import xxh3_128

from index.photo.identity import fingerprint, fingerprint_of

SAVE = {
    "a.jpg": {"quality": 90},
    "p.jpg": {"quality": 90, "progressive": True},
    "a.png": {},
    "a.webp": {"quality": 90},
    "l.webp": {"lossless": True},
    "a.avif": {},
    "a.tif": {},
    "z.tif": {"compression": "tiff_lzw"},
}


def exif(**tags: object) -> Image.Exif:
    block = Image.Exif()
    for number, value in ((0x010F, "Maker"), (0x0132, "2026:11:20 10:31:02"), (0x013B, tags.get("artist", "A"))):
        block[number] = value
    return block


@pytest.mark.parametrize("name", SAVE)
def test_fingerprint_ignores_exif_and_colour_profiles(tmp_path, scene, name):
    scene.save(tmp_path / name, **SAVE[name])
    bare = fingerprint(tmp_path / name)
    profile = {} if name == "a.avif" else {"icc_profile": b"p" * 300}  # an AVIF encoder writes another stream for it
    scene.save(tmp_path / name, exif=exif(artist="Somebody"), **profile, **SAVE[name])
    assert fingerprint(tmp_path / name) == bare
    assert bare != xxh3_128((tmp_path / name).read_bytes()).hexdigest()


@pytest.mark.parametrize("name", SAVE)
def test_fingerprint_sees_other_pixels(tmp_path, scene, name):
    scene.save(tmp_path / name, **SAVE[name])
    before = fingerprint(tmp_path / name)
    pixels = np.asarray(scene).copy()
    pixels[100:120, 100:120] += 60
    Image.fromarray(pixels).save(tmp_path / name, **SAVE[name])
    assert fingerprint(tmp_path / name) != before


def test_fingerprint_survives_renaming_and_moving(tmp_path, scene):
    scene.save(tmp_path / "a.jpg")
    before = fingerprint(tmp_path / "a.jpg")
    (tmp_path / "sub").mkdir()
    moved = (tmp_path / "a.jpg").rename(tmp_path / "sub/another name.JPEG")
    assert fingerprint(moved) == before
    assert len(before) == 32


def test_fingerprint_ignores_text_chunks_of_a_png(tmp_path, scene):
    text = PngImagePlugin.PngInfo()
    text.add_text("Title", "x")
    scene.save(tmp_path / "a.png")
    scene.save(tmp_path / "b.png", pnginfo=text)
    assert fingerprint(tmp_path / "a.png") == fingerprint(tmp_path / "b.png")


def test_fingerprint_ignores_comments_and_what_follows_the_main_picture(tmp_path, scene):
    scene.save(tmp_path / "a.jpg")
    scene.save(tmp_path / "b.jpg", comment="a comment")
    data = (tmp_path / "a.jpg").read_bytes()
    assert fingerprint_of((tmp_path / "b.jpg").read_bytes()) == fingerprint_of(data) == fingerprint_of(data + b"tail")


def test_fingerprint_of_heic_ignores_exif_and_xmp(tmp_path, scene):
    for name, options in (("a.heic", {}), ("b.heic", {"exif": exif().tobytes(), "xmp": b"<x/>"})):
        pillow_heif.from_pillow(scene).save(tmp_path / name, **options)
    assert fingerprint(tmp_path / "a.heic") == fingerprint(tmp_path / "b.heic")


def test_fingerprint_of_a_raw_file_follows_the_sensor_data_not_the_preview(dng):
    bare = fingerprint(dng())
    assert fingerprint(dng(Image.new("RGB", (1200, 900), "blue"), 6)) == bare
    data = bytearray(dng().read_bytes())
    data[1000] ^= 255
    assert fingerprint_of(bytes(data)) != bare


def test_fingerprint_of_a_raf_follows_the_sensor_data():
    def raf(jpeg: bytes, sensor: bytes) -> bytes:
        header = b"FUJIFILMCCD-RAW ".ljust(84, b"\0")
        header += struct.pack(">IIIIII", 160, len(jpeg), 0, 0, 160 + len(jpeg), len(sensor))
        return header.ljust(160, b"\0") + jpeg + sensor

    assert fingerprint_of(raf(b"one", b"sensor")) == fingerprint_of(raf(b"other preview", b"sensor"))
    assert fingerprint_of(raf(b"one", b"sensor")) != fingerprint_of(raf(b"one", b"Sensor"))


def test_fingerprint_of_a_cr3_follows_the_media_data():
    def cr3(metadata: bytes, media: bytes) -> bytes:
        boxes = ((b"ftyp", b"crx \0\0\0\1"), (b"moov", metadata), (b"mdat", media))
        return b"".join(struct.pack(">I", 8 + len(payload)) + kind + payload for kind, payload in boxes)

    assert fingerprint_of(cr3(b"one", b"media")) == fingerprint_of(cr3(b"another", b"media"))
    assert fingerprint_of(cr3(b"one", b"media")) != fingerprint_of(cr3(b"one", b"Media"))


@pytest.mark.parametrize("name", SAVE)
def test_fingerprint_of_a_damaged_file_is_its_every_byte(tmp_path, scene, name):
    scene.save(tmp_path / name, **SAVE[name])
    whole = (tmp_path / name).read_bytes()
    for kept in (5, 20, 40, len(whole) // 2, len(whole) - 3):
        assert len(fingerprint_of(whole[:kept])) == 32
    assert fingerprint_of(whole[:40]) == xxh3_128(whole[:40]).hexdigest()


EDITS = (
    ["-Rating=4", "-Artist=Somebody", "-Keywords=sea", "-Subject=sea", "-DateTimeOriginal=2020:01:02 03:04:05"],
    ["-ThumbnailImage=", "-IFD1:all=", "-Comment=hello", "-Orientation#=3"],
    ["-all="],
)


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool, which edits the metadata, is not installed")
@pytest.mark.parametrize("edit", EDITS, ids=["describe", "strip thumbnail", "strip all"])
def test_fingerprint_survives_exiftool(tmp_path, scene, dng, shared_photos, edit):
    for name, options in SAVE.items():
        scene.save(tmp_path / name, **options)
    real = [*(shared_photos / "camera").iterdir(), shared_photos / "heic/exif-at-eof.heic"]
    for photo in real:
        shutil.copyfile(photo, tmp_path / photo.name)
    if edit != ["-all="]:  # emptied, a DNG is none any more, and exiftool refuses
        dng(Image.new("RGB", (1200, 900)))
    before = {path: (fingerprint(path), path.read_bytes()) for path in tmp_path.iterdir()}
    exiftool(*edit, *before)
    edited = [path for path, (_, data) in before.items() if path.read_bytes() != data]
    assert len(edited) > len(before) / 2
    assert [path.name for path, (known, _) in before.items() if fingerprint(path) != known] == []


def exiftool(*arguments: str | Path) -> None:
    """Edits in place; it refuses some files (a broken maker note), which then stay as they are."""
    command = ["exiftool", "-q", "-q", "-overwrite_original", *map(str, arguments)]
    subprocess.run(command, check=False, capture_output=True, timeout=60)
