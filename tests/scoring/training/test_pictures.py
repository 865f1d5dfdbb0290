"""Training pictures come in one size, RGB."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.pictures import read_pictures


def rated(*paths: Path) -> RatedPhotos:
    count = len(paths)
    return RatedPhotos(paths, np.linspace(2.0, 8.0, count), ("a",) * count, np.full((count, 10), 0.1), "drawn")


def test_pictures_are_rgb_and_of_one_size(tmp_path):
    for name, size in (("large", 64), ("small", 16), ("exact", 32)):
        Image.new("RGB", (size, size), (200, 100, 0)).save(tmp_path / f"{name}.png")
    photos, pictures = read_pictures(rated(*(tmp_path / f"{name}.png" for name in ("large", "small", "exact"))), 32)
    assert pictures.shape == (3, 32, 32, 3)
    assert np.unique(pictures.reshape(-1, 3), axis=0).tolist() == [[200, 100, 0]]
    assert not photos.left_out


def test_set_of_unreadable_pictures_is_refused_and_the_first_named(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    with pytest.raises(DatasetError, match=r"1 of 1 pictures are missing or unreadable, broken\.jpg first"):
        read_pictures(rated(tmp_path / "broken.jpg"), 32)


def test_one_unreadable_picture_among_many_is_left_out_with_its_opinion(tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(20)]
    for path in paths:
        Image.new("RGB", (32, 32)).save(path)
    paths[0].write_bytes(b"no picture")
    photos, pictures = read_pictures(rated(*paths), 32)
    assert photos.left_out == (paths[0],)
    assert len(photos) == len(photos.mos) == len(photos.distribution) == len(pictures) == 19
    assert photos.mos[0] > 2.0
