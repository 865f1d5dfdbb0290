"""Any photo becomes upright 8-bit sRGB, or a `PhotoReadError` with its kind."""

from __future__ import annotations

import io
import os
import struct
import tracemalloc
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from index.photo.decode import decode
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.exif import read_exif
from index.photo.orientation import upright
from index.photo.record import PixelSource

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.jpg", {"quality": 95, "subsampling": 0}),
        ("a.jpg", {"quality": 95, "progressive": True}),
        ("a.png", {}),
        ("a.tif", {}),
        ("a.tif", {"compression": "tiff_lzw"}),
        ("a.tif", {"compression": "tiff_adobe_deflate"}),
        ("a.webp", {"quality": 95}),
        ("a.webp", {"lossless": True}),
        ("a.avif", {"quality": 95}),
    ],
)
def test_decode_reads_each_type(tmp_path, scene, name, options):
    pixels = decode(saved(tmp_path / name, scene, **options), 1)
    assert pixels.rgb.dtype == np.uint8
    assert pixels.rgb.flags.c_contiguous
    assert pixels.size_px == (320, 240)
    assert pixels.pixel_source is PixelSource.FULL
    assert np.abs(pixels.rgb.astype(int) - np.asarray(scene)).mean() < 6


def test_decode_looks_at_the_bytes_not_the_name(tmp_path, corners, corner_colours):
    saved(tmp_path / "a.png", corners)
    (tmp_path / "a.png").rename(tmp_path / "a.nef")
    assert corner_colours(decode(tmp_path / "a.nef", 1).rgb) == [RED, GREEN, BLUE, WHITE]


@pytest.mark.parametrize(
    ("orientation", "expected"),
    [
        (1, [RED, GREEN, BLUE, WHITE]),
        (2, [GREEN, RED, WHITE, BLUE]),
        (3, [WHITE, BLUE, GREEN, RED]),
        (4, [BLUE, WHITE, RED, GREEN]),
        (5, [RED, BLUE, GREEN, WHITE]),
        (6, [BLUE, RED, WHITE, GREEN]),
        (7, [WHITE, GREEN, BLUE, RED]),
        (8, [GREEN, WHITE, RED, BLUE]),
    ],
)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp"])
def test_decode_applies_the_orientation_once(tmp_path, corners, name, orientation, expected, corner_colours):
    pixels = decode(saved(tmp_path / name, corners, quality=95), orientation)
    assert corner_colours(pixels.rgb) == expected
    assert pixels.size_px == ((60, 40) if orientation < 5 else (40, 60))
    assert pixels.rgb.shape[1::-1] == pixels.size_px


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_decode_leaves_heic_and_avif_to_their_own_rotation(tmp_path, corners, orientation, corner_colours):
    exif = Image.Exif()
    exif[0x0112] = orientation
    heic = tmp_path / "a.heic"
    pillow_heif.from_pillow(corners).save(heic, quality=95, exif=exif.tobytes())
    avif = saved(tmp_path / "a.avif", corners, exif=exif, quality=95)
    expected = {
        1: [RED, GREEN, BLUE, WHITE],
        3: [WHITE, BLUE, GREEN, RED],
        6: [BLUE, RED, WHITE, GREEN],
        8: [GREEN, WHITE, RED, BLUE],
    }
    for path in (heic, avif):
        pixels = decode(path, read_exif(path).orientation)
        assert corner_colours(pixels.rgb) == expected[orientation]
        assert pixels.rgb.shape[1::-1] == pixels.size_px


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.webp", "a.avif", "a.heic"])
def test_decode_fails_on_every_truncated_type(tmp_path, scene, name, kind_of_failure):
    if name == "a.heic":
        pillow_heif.from_pillow(scene).save(tmp_path / name)
    else:
        saved(tmp_path / name, scene)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    assert kind_of_failure(tmp_path / name) in (FailureKind.TRUNCATED, FailureKind.CORRUPT)


def png_stating(width_px: int, height_px: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = (struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (header, data, b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg_stating(width_px: int, height_px: int, corners: Image.Image) -> bytes:
    buffer = io.BytesIO()
    corners.save(buffer, "JPEG")
    data = bytearray(buffer.getvalue())
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height_px, width_px)
    return bytes(data)


def tiff_stating(width_px: int, height_px: int) -> bytes:
    tags = [
        (256, width_px),
        (257, height_px),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, height_px),
        (279, 9),
    ]
    directory = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + directory + bytes(4)


def test_decode_refuses_decompression_bombs_before_allocating(tmp_path, corners, kind_of_failure):
    bombs = {
        "a.png": png_stating(30_000, 30_000),
        "a.jpg": jpeg_stating(65_000, 65_000, corners),
        "a.tif": tiff_stating(60_000, 60_000),
    }
    for name, data in bombs.items():
        (tmp_path / name).write_bytes(data)
        tracemalloc.start()
        assert kind_of_failure(tmp_path / name) is FailureKind.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 50e6
        tracemalloc.stop()


def test_decode_refuses_a_picture_without_pixels(tmp_path, corners, kind_of_failure):
    for name, data in (
        ("a.png", png_stating(0, 40)),
        ("a.jpg", jpeg_stating(60, 0, corners)),
        ("a.tif", tiff_stating(0, 5)),
    ):
        (tmp_path / name).write_bytes(data)
        assert kind_of_failure(tmp_path / name) is FailureKind.CORRUPT


def test_decode_names_files_that_cannot_be_read(tmp_path, kind_of_failure):
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "text.jpg").write_text("no picture")
    (tmp_path / "text.nef").write_text("no picture" * 1000)
    (tmp_path / "README.md").write_text("no picture")
    (tmp_path / "clip.mov").write_bytes(b"\0\0\0\x14ftypqt  \0\0\0\0qt  " + bytes(100))
    expected = {
        "empty.jpg": FailureKind.EMPTY,
        "folder.jpg": FailureKind.NOT_A_FILE,
        "pipe.jpg": FailureKind.NOT_A_FILE,
        "gone.jpg": FailureKind.MISSING,
        "text.jpg": FailureKind.CORRUPT,
        "text.nef": FailureKind.UNSUPPORTED,
        "README.md": FailureKind.NOT_A_PHOTO,
        "clip.mov": FailureKind.NOT_A_PHOTO,
    }
    assert {name: kind_of_failure(tmp_path / name) for name in expected} == expected


def test_decode_reads_a_picture_whatever_its_name_says(tmp_path, scene):
    for name in ("jpg", "png", "tif", "webp", "avif"):
        path = saved(tmp_path / f"a.{name}", scene)
        assert decode(path.rename(tmp_path / f"a.{name}.bak"), 1).rgb.shape[2] == 3
    pillow_heif.from_pillow(scene).save(tmp_path / "a.heic")
    assert decode((tmp_path / "a.heic").rename(tmp_path / "a.heic.bak"), 1).rgb.shape[2] == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_decode_names_a_file_that_may_not_be_read(tmp_path, corners, kind_of_failure):
    path = saved(tmp_path / "a.jpg", corners)
    path.chmod(0)
    assert kind_of_failure(path) is FailureKind.PERMISSION


def test_decode_gives_the_same_pixels_on_many_threads(tmp_path, scene):
    paths = [saved(tmp_path / f"a.{name}", scene) for name in ("jpg", "png", "tif", "webp", "avif")]
    pillow_heif.from_pillow(scene).save(tmp_path / "a.heic")
    paths.append(tmp_path / "a.heic")
    alone = [decode(path, 6).rgb for path in paths]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda path: decode(path, 6).rgb, paths * 5))
    for index, rgb in enumerate(together):
        assert np.array_equal(rgb, alone[index % len(paths)])


def test_decode_reads_every_real_photo(shared_photos):
    photos = [path for kind in ("camera", "heic", "raw") for path in sorted((shared_photos / kind).iterdir())]
    assert len(photos) == 20
    for path in photos:
        pixels = decode(path, read_exif(path).orientation)
        assert pixels.rgb.shape[1::-1] == pixels.size_px
        assert pixels.rgb.std() > 1


def test_decode_turns_real_portraits_upright(shared_photos):
    for name in ("camera/Leica_T_Typ_701_.jpg", "heic/IMG_2927.HEIC"):
        path = shared_photos / name
        width_px, height_px = decode(path, read_exif(path).orientation).size_px
        assert height_px > width_px


@pytest.mark.parametrize("compression", [None, "tiff_lzw"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_decode_turns_a_tiff_upright_once(tmp_path, orientation, compression):
    stored = np.random.default_rng(3).integers(0, 255, (40, 60, 3), np.uint8)
    path = tmp_path / "a.tif"
    Image.fromarray(stored).save(path, tiffinfo={0x0112: orientation}, compression=compression)
    pixels = decode(path, read_exif(path).orientation)
    assert np.array_equal(pixels.rgb, upright(stored, orientation))
    assert pixels.size_px == (pixels.rgb.shape[1], pixels.rgb.shape[0])


@pytest.mark.parametrize("share", [0.3, 0.9, 0.999])
def test_decode_calls_a_heic_whose_last_tiles_are_missing_truncated(shared_photos, tmp_path, share):
    whole = (shared_photos / "heic" / "IMG_2927.HEIC").read_bytes()
    cut = tmp_path / "cut.heic"
    cut.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(PhotoReadError) as caught:
        decode(cut, 1)
    assert caught.value.kind is FailureKind.TRUNCATED
