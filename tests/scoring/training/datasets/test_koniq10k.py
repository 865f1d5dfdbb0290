"""The KonIQ-10k reader spreads five answers over ten buckets, from shares or from counts."""

from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

from scoring.training.datasets.koniq10k import WITH_SETS, WITHOUT_SETS, read_koniq10k, read_labels
from scoring.training.datasets.rated_photos import DatasetError

REAL_TABLE = Path(__file__).parents[5] / "shared" / "data" / "label-tables" / "koniq10k_distributions.csv"

SHARES = """image_name,c1,c2,c3,c4,c5,c_total,MOS,SD,set
a.jpg,0.0,0.0,0.25,0.75,0.0,100,70.1,0.43,training
b.jpg,1.0,0.0,0.0,0.0,0.0,100,4.5,0.0,test
"""
COUNTS = """image_name,c1,c2,c3,c4,c5,c_total,MOS,SD,MOS_zscore
a.jpg,0,0,25,75,0,100,3.75,0.43,70.1
b.jpg,100,0,0,0,0,100,1.0,0.0,4.5
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "1024x768").mkdir()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / "1024x768" / name).touch()
    (tmp_path / WITH_SETS).write_text(SHARES)
    return tmp_path


def test_five_answers_become_ten_buckets(folder):
    photos = read_koniq10k(folder)
    assert photos.distribution[0].tolist() == [0, 0, 0, 0, 0.125, 0.125, 0.375, 0.375, 0, 0]
    assert photos.mos.tolist() == [7.0, 1.5]
    assert photos.split == ("training", "test")
    assert "5 answers" in photos.how


def test_counts_say_the_same_as_shares_but_no_split(folder):
    shares = read_koniq10k(folder)
    (folder / WITH_SETS).unlink()
    (folder / WITHOUT_SETS).write_text(COUNTS)
    counts = read_koniq10k(folder)
    assert counts.distribution.tolist() == shares.distribution.tolist()
    assert counts.split == ()


def test_smaller_pictures_do_without_the_larger(folder):
    (folder / "1024x768").rename(folder / "512x384")
    assert read_koniq10k(folder).paths[0] == folder / "512x384" / "a.jpg"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1.0,0.0,0.0,0.0,0.0,100,4.5", "0,0,0,0,0,100,4.5", f"{WITH_SETS}, line 3 has no votes"),
        ("a.jpg,0.0", "a.jpg,-0.5", f"{WITH_SETS}, line 2: c1 is -0.5"),
        ("c5,", "five,", "no column c5"),
    ],
)
def test_labels_that_are_no_votes_are_refused_with_their_line(folder, old, new, told):
    assert old in SHARES
    (folder / WITH_SETS).write_text(SHARES.replace(old, new))
    with pytest.raises(DatasetError, match=told):
        read_koniq10k(folder)


def test_folder_without_labels_is_refused(tmp_path):
    with pytest.raises(DatasetError, match=WITHOUT_SETS):
        read_koniq10k(tmp_path)


@pytest.mark.skipif(not REAL_TABLE.is_file(), reason="the real KonIQ-10k table in ../shared/data is not here")
def test_real_table_is_read_whole_with_its_published_spread(tmp_path):
    copyfile(REAL_TABLE, tmp_path / WITH_SETS)
    photos = read_labels(tmp_path)
    assert {name: photos.split.count(name) for name in set(photos.split)} == {
        "training": 7058,
        "validation": 1000,
        "test": 2015,
    }
    assert photos.distribution.sum(axis=1) == pytest.approx(np.ones(10073))
    table = np.genfromtxt(REAL_TABLE, delimiter=",", names=True, usecols=("MOS", "SD"), encoding="utf-8")
    assert np.corrcoef(photos.mos, table["MOS"])[0, 1] > 0.99
    variance = photos.distribution @ np.arange(1, 11) ** 2 - photos.mos**2
    assert np.sqrt(variance - 0.25) / 2 == pytest.approx(table["SD"], abs=0.01)
