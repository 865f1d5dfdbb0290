"""The TID2013 reader knows photo and damage from a picture's name, in whatever case."""

import pytest

from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.datasets.tid2013 import read_tid2013


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "distorted_images").mkdir()
    for name in ("i01_01_1.bmp", "I25_24_5.BMP"):
        (tmp_path / "distorted_images" / name).touch()
    (tmp_path / "mos_with_names.txt").write_text("5.51429 I01_01_1.bmp\r\n0.0 i25_24_5.bmp\r\n")
    return tmp_path


def test_means_of_nine_rounds_become_one_to_ten(folder):
    photos = read_tid2013(folder)
    assert photos.mos == pytest.approx([6.51429, 1.0])
    assert photos.subset == ("damage 01", "damage 24")
    assert photos.tags == (("photo 01",), ("photo 25",))
    assert {path.name for path in photos.paths} == {"i01_01_1.bmp", "I25_24_5.BMP"}


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ("9.5 I01_01_1.bmp\n", r"mos_with_names\.txt, line 1: mos is 9\.5, not a number in 0\.\.9"),
        ("5.5 photo.bmp\n", r"line 1: photo\.bmp is not named like"),
        ("5.5\n", "line 1 has 1 values, not 2"),
    ],
)
def test_labels_of_another_layout_are_refused_with_their_line(folder, labels, told):
    (folder / "mos_with_names.txt").write_text(labels)
    with pytest.raises(DatasetError, match=told):
        read_tid2013(folder)


def test_set_without_its_pictures_is_refused(folder):
    (folder / "distorted_images").rename(folder / "elsewhere")
    with pytest.raises(DatasetError, match="2 of 2 pictures are missing"):
        read_tid2013(folder)
