"""Training pictures are fitted as scoring fits them."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.pictures import open_pictures, read_fitted
from scoring.training.report import Report
from weights.entry import Preprocessing

SILENT = Report(lambda _line: None)
BY_AREA = Preprocessing("area", 64, 256, 8, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))


def rated(*paths: Path) -> RatedPhotos:
    count = len(paths)
    return RatedPhotos(paths, np.linspace(2.0, 8.0, count), ("a",) * count, np.full((count, 10), 0.1), "drawn")


@pytest.fixture
def three(tmp_path):
    """A square, a small and a wide picture of one colour."""
    for name, size in (("large", (128, 128)), ("small", (16, 16)), ("wide", (200, 50))):
        Image.new("RGB", size, (200, 100, 0)).save(tmp_path / f"{name}.png")
    return rated(*(tmp_path / f"{name}.png" for name in ("large", "small", "wide")))


def test_pictures_are_rgb_and_keep_their_aspect(three):
    photos, opened = open_pictures(three, BY_AREA, SILENT)
    assert opened.sizes.tolist() == [[64, 64], [64, 64], [32, 128]]
    assert opened.read(np.array([0, 1])).shape == (2, 64, 64, 3)
    assert np.unique(opened.read(np.array([2])).reshape(-1, 3), axis=0).tolist() == [[200, 100, 0]]
    assert not photos.left_out


def test_pictures_that_found_no_room_are_read_again(three):
    _, in_memory = open_pictures(three, BY_AREA, SILENT)
    _, on_disk = open_pictures(three, BY_AREA, SILENT, room_bytes=64 * 64 * 3)
    assert (len(in_memory.kept), len(on_disk.kept)) == (3, 1)
    for row in range(3):
        np.testing.assert_array_equal(on_disk.read(np.array([row])), in_memory.read(np.array([row])))


def test_picture_that_vanishes_during_the_run_is_named(three):
    _, opened = open_pictures(three, BY_AREA, SILENT, room_bytes=0)
    three.paths[1].unlink()
    with pytest.raises(DatasetError, match=r"small\.png could be read before"):
        opened.read(np.array([1]))


def test_set_of_unreadable_pictures_is_refused_and_the_first_named(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    with pytest.raises(DatasetError, match=r"1 of 1 pictures are missing or unreadable, broken\.jpg first"):
        open_pictures(rated(tmp_path / "broken.jpg"), BY_AREA, SILENT)


def test_picture_that_claims_more_pixels_than_can_be_read_is_unreadable(tmp_path):
    Image.new("L", (8, 8)).save(tmp_path / "bomb.png")
    content = bytearray((tmp_path / "bomb.png").read_bytes())
    content[16:24] = struct.pack(">II", 50_000, 50_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    (tmp_path / "bomb.png").write_bytes(content)
    assert read_fitted(tmp_path / "bomb.png", BY_AREA) is None


def test_jpeg_that_ends_early_is_unreadable(tmp_path):
    grain = np.random.default_rng(0).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    Image.fromarray(grain).save(tmp_path / "whole.jpg")
    content = (tmp_path / "whole.jpg").read_bytes()
    (tmp_path / "half.jpg").write_bytes(content[: len(content) // 2])
    (tmp_path / "followed.jpg").write_bytes(content + b"a film \xff\xda")
    assert read_fitted(tmp_path / "half.jpg", BY_AREA) is None
    np.testing.assert_array_equal(
        read_fitted(tmp_path / "followed.jpg", BY_AREA), read_fitted(tmp_path / "whole.jpg", BY_AREA)
    )


def test_one_unreadable_picture_among_many_is_left_out_with_its_opinion(tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(20)]
    for path in paths:
        Image.new("RGB", (32, 32), (int(path.stem), 0, 0)).save(path)
    paths[0].write_bytes(b"no picture")
    photos, opened = open_pictures(rated(*paths), BY_AREA, SILENT)
    assert photos.left_out == (paths[0],)
    assert len(photos) == len(photos.mos) == len(photos.distribution) == len(opened.sizes) == 19
    assert photos.mos[0] > 2.0
    assert opened.read(np.array([0]))[0, 0, 0, 0] == 1
