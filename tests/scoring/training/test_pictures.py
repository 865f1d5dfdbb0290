"""Training pictures come in one size, RGB."""

import numpy as np
import pytest
from PIL import Image

from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.pictures import read_pictures


def test_pictures_are_rgb_and_of_one_size(tmp_path):
    for name, size in (("large", 64), ("small", 16), ("exact", 32)):
        Image.new("RGB", (size, size), (200, 100, 0)).save(tmp_path / f"{name}.png")
    pictures = read_pictures([tmp_path / f"{name}.png" for name in ("large", "small", "exact")], 32)
    assert pictures.shape == (3, 32, 32, 3)
    assert np.unique(pictures.reshape(-1, 3), axis=0).tolist() == [[200, 100, 0]]


def test_unreadable_picture_is_named(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    with pytest.raises(DatasetError, match=r"broken\.jpg"):
        read_pictures([tmp_path / "broken.jpg"], 32)
