"""The SPAQ reader takes the spreadsheet once it is saved as CSV."""

import pytest

from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.datasets.spaq import read_spaq

LABELS = "Image name,MOS,Brightness,Colorfulness,Contrast,Noisiness,Sharpness\n00001.jpg,50,1,2,3,4,5\n00002.jpg,100,1,2,3,4,5\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("Annotations", "TestImage"):
        (tmp_path / name).mkdir()
    for name in ("00001.jpg", "00002.jpg"):
        (tmp_path / "TestImage" / name).touch()
    return tmp_path


@pytest.fixture
def labels(folder):
    return folder / "Annotations" / "MOS and Image attribute scores.csv"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_means_out_of_a_hundred_become_one_to_ten(folder, labels, delimiter):
    labels.write_text(LABELS.replace(",", delimiter), encoding="utf-8-sig")
    photos = read_spaq(folder)
    assert photos.mos.tolist() == [5.5, 10.0]
    assert photos.paths[0] == folder / "TestImage" / "00001.jpg"


def test_spreadsheet_alone_is_refused_with_the_way_out(folder):
    (folder / "Annotations" / "MOS and Image attribute scores.xlsx").write_bytes(b"PK")
    with pytest.raises(DatasetError, match="there is no") as caught:
        read_spaq(folder)
    assert "save it as CSV" in caught.value.hint


def test_mean_off_the_scale_is_refused_with_its_line(folder, labels):
    labels.write_text(LABELS.replace(",100,", ",101,"))
    with pytest.raises(DatasetError, match=r"line 3: MOS is 101, not a number in 0\.\.100"):
        read_spaq(folder)
