"""The BIQ2021 reader brings opinions to the scale 1..10 and notices what is missing."""

import pytest

from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.datasets.rated_photos import DatasetError


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "ss01_1.jpg").touch()
    (tmp_path / "images" / "ss03_7.jpg").touch()
    (tmp_path / "labels.csv").write_text("file,subset,mos\nss01_1.jpg,ss01,0.0\nss03_7.jpg,ss03,0.5\n")
    return tmp_path


def test_reader_brings_opinions_to_one_to_ten(folder):
    photos = read_biq2021(folder)
    assert photos.mos.tolist() == [1.0, 5.5]
    assert photos.subset == ("ss01", "ss03")
    assert [path.name for path in photos.paths] == ["ss01_1.jpg", "ss03_7.jpg"]


def test_reader_counts_missing_pictures(folder):
    (folder / "images" / "ss03_7.jpg").unlink()
    with pytest.raises(DatasetError, match=r"1 of 2 pictures are missing or unreadable, ss03_7\.jpg"):
        read_biq2021(folder)


def test_reader_without_labels_names_the_option(tmp_path):
    with pytest.raises(DatasetError) as caught:
        read_biq2021(tmp_path)
    assert "--data" in caught.value.hint


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ("file,mos\nss01_1.jpg,0.5\n", "no column subset"),
        ("", "no column file, subset, mos"),
        ("file,subset,mos\n", "lists no photos"),
        ("file,subset,mos\nss01_1.jpg,ss01\n", r"ends early: ss01_1\.jpg"),
        ("file,subset,mos\nss01_1.jpg,ss01,good\n", "ss01_1.jpg is good, not a number"),
        ("file,subset,mos\nss01_1.jpg,ss01,nan\n", "nan, not a number"),
        ("file,subset,mos\nss01_1.jpg,ss01,7.5\n", r"7\.5, not a number in 0\.\.1"),
    ],
)
def test_labels_that_are_no_opinions_are_refused_in_words(folder, labels, told):
    (folder / "labels.csv").write_text(labels)
    with pytest.raises(DatasetError, match=told):
        read_biq2021(folder)


def test_labels_that_are_no_text_are_refused(folder):
    (folder / "labels.csv").write_bytes(b"\xff\xfe\x00file")
    with pytest.raises(DatasetError, match="not a CSV table"):
        read_biq2021(folder)


def test_set_without_its_images_folder_names_it_and_the_option(folder):
    (folder / "images").rename(folder / "pictures")
    with pytest.raises(DatasetError, match=r"no folder .*images") as caught:
        read_biq2021(folder)
    assert "--data" in caught.value.hint
