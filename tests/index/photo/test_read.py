"""One asset in; a record with pixels out, or the reason why not."""

from __future__ import annotations

import resource
import struct
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from index.photo import read
from index.photo.errors import HINTS, FailureKind, UnreadablePhoto
from index.photo.files import find_assets
from index.photo.identity import fingerprint
from index.photo.read import read_photo
from index.photo.record import Asset, PixelSource


def test_read_photo_gives_record_and_pixels(tmp_path, corners):
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Canon", "Canon EOS 5D", 6
    path = tmp_path / "a.jpg"
    corners.save(path, exif=exif)
    result = read_photo(Asset(path, (tmp_path / "a.cr2",)))
    assert not isinstance(result, UnreadablePhoto)
    record, rgb = result
    assert (record.path, record.companions) == (path, (tmp_path / "a.cr2",))
    assert record.asset_id == fingerprint(path)
    assert record.size_px == (40, 60)
    assert rgb.shape == (60, 40, 3)
    assert (record.exif.camera, record.exif.orientation) == ("Canon EOS 5D", 6)
    assert record.pixel_source is PixelSource.FULL


def test_read_photo_judges_the_raw_where_its_jpeg_is_broken(tmp_path, dng):
    raw, jpeg = dng(), tmp_path / "frame.jpg"
    jpeg.write_bytes(b"\xff\xd8\xff")
    result = read_photo(Asset(jpeg, (raw,)))
    assert not isinstance(result, UnreadablePhoto)
    record, _ = result
    assert (record.path, record.companions) == (raw, (jpeg,))
    assert record.pixel_source is PixelSource.HALF_SIZE_DEVELOPMENT
    assert [(file.path, file.kind) for file in record.unread] == [(jpeg, FailureKind.CORRUPT)]


def test_read_photo_names_an_empty_and_a_missing_companion(tmp_path, corners):
    corners.save(tmp_path / "a.jpg")
    (tmp_path / "a.cr2").touch()
    result = read_photo(Asset(tmp_path / "a.jpg", (tmp_path / "a.cr2", tmp_path / "a.dng")))
    assert not isinstance(result, UnreadablePhoto)
    record, _ = result
    assert [(file.path.name, file.kind) for file in record.unread] == [
        ("a.cr2", FailureKind.EMPTY),
        ("a.dng", FailureKind.MISSING),
    ]


def test_read_photo_names_every_trouble_where_no_file_can_be_read(tmp_path):
    (tmp_path / "a.jpg").touch()
    trouble = read_photo(Asset(tmp_path / "a.jpg", (tmp_path / "gone.nef",)))
    gone = UnreadablePhoto(tmp_path / "gone.nef", FailureKind.MISSING, "the file is not there")
    assert trouble == UnreadablePhoto(tmp_path / "a.jpg", FailureKind.EMPTY, "the file is empty", (gone,))
    assert trouble.hint == HINTS[FailureKind.EMPTY]


@pytest.mark.parametrize(
    "error",
    [
        OSError(),
        ValueError("x"),
        SyntaxError(),
        struct.error(),
        RuntimeError(),
        OverflowError(),
        KeyError(1),
        TypeError(),
    ],
)
def test_read_photo_turns_whatever_a_decoder_raises_into_a_value(tmp_path, corners, monkeypatch, error):
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(read, "decode_bytes", fail)
    corners.save(tmp_path / "a.jpg")
    trouble = read_photo(Asset(tmp_path / "a.jpg"))
    assert isinstance(trouble, UnreadablePhoto)
    assert trouble.kind is FailureKind.UNEXPECTED
    assert type(error).__name__ in trouble.message


def test_read_photo_logs_where_an_unforeseen_error_came_from_and_nothing_else(tmp_path, corners, monkeypatch, caplog):
    corners.save(tmp_path / "a.jpg")
    (tmp_path / "empty.jpg").touch()
    with caplog.at_level("INFO"):
        read_photo(Asset(tmp_path / "empty.jpg"))
        assert caplog.text == ""
        monkeypatch.setattr(read, "decode_bytes", lambda *_: 1 / 0)
        read_photo(Asset(tmp_path / "a.jpg"))
    assert str(tmp_path / "a.jpg") in caplog.text
    assert "Traceback" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_read_photo_calls_a_lack_of_memory_too_large(tmp_path, corners, monkeypatch):
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(read, "decode_bytes", fail)
    corners.save(tmp_path / "a.jpg")
    trouble = read_photo(Asset(tmp_path / "a.jpg"))
    assert isinstance(trouble, UnreadablePhoto)
    assert trouble.kind is FailureKind.TOO_LARGE


def test_read_photo_lets_an_interrupt_pass(tmp_path, corners, monkeypatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(read, "decode_bytes", interrupt)
    corners.save(tmp_path / "a.jpg")
    with pytest.raises(KeyboardInterrupt):
        read_photo(Asset(tmp_path / "a.jpg"))


def test_read_photo_reads_odd_names(tmp_path, corners):
    for name in ("n" * 251 + ".jpg", b"\xe9t\xe9.jpg".decode("utf-8", "surrogateescape"), "two\nlines.jpg"):
        corners.save(tmp_path / "plain.jpg")
        assert not isinstance(read_photo(Asset((tmp_path / "plain.jpg").rename(tmp_path / name))), UnreadablePhoto)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.avif"])
def test_read_photo_survives_fuzzed_files(tmp_path, scene, name):
    path = tmp_path / name
    scene.resize((64, 48)).save(path)
    whole, rng = path.read_bytes(), np.random.default_rng(1)
    for _ in range(60):
        fuzzed = np.frombuffer(whole, np.uint8).copy()
        fuzzed[rng.integers(0, len(fuzzed), 4)] = rng.integers(0, 256, 4)
        path.write_bytes(fuzzed.tobytes())
        result = read_photo(Asset(path))
        assert not isinstance(result, UnreadablePhoto) or result.kind is not FailureKind.UNEXPECTED


def test_read_photo_survives_every_broken_sample(shared_photos):
    broken = list(find_assets([shared_photos / "broken"]))
    assert len(broken) == 25
    peak_before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    for asset in broken:
        assert isinstance(asset, Asset)
        result = read_photo(asset)
        assert not isinstance(result, UnreadablePhoto) or result.kind is not FailureKind.UNEXPECTED
    grown_bytes = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak_before) * 1024
    assert grown_bytes < 500e6
    assert time.monotonic() - start < 60  # no hang; not a speed claim


def test_read_photo_reads_every_real_photo(shared_photos):
    folders = [shared_photos / name for name in ("camera", "heic", "raw")]
    assets = list(find_assets(folders))
    assert len(assets) == 20
    for asset in assets:
        assert isinstance(asset, Asset)
        result = read_photo(asset)
        assert not isinstance(result, UnreadablePhoto), result
        record, rgb = result
        assert rgb.shape[1::-1] == record.size_px
        assert record.exif.camera is not None
        assert isinstance(record.path, Path)
