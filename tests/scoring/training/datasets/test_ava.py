"""The AVA reader takes votes, tags and styles as the authors publish them."""

import csv
from pathlib import Path

import numpy as np
import pytest

from scoring.training.datasets.ava import read_ava, read_labels
from scoring.training.datasets.rated_photos import DatasetError

REAL_VOTES = Path(__file__).parents[5] / "shared" / "data" / "label-tables" / "ava_votes.csv"

LABELS = """1 953619 0 1 5 17 38 36 15 6 5 1 1 22 1396
2 953958 10 7 15 26 26 21 10 8 1 2 15 0 1396
3 954184 0 0 4 8 41 56 10 3 0 4 0 0 1396
"""


@pytest.fixture
def folder(tmp_path):
    """Three photos: one trained for one style, one tested with two, one with neither tag nor style."""
    for name in ("images", "aesthetics_image_lists", "style_image_lists"):
        (tmp_path / name).mkdir()
    for image in ("953619", "953958", "954184"):
        (tmp_path / "images" / f"{image}.jpg").touch()
    (tmp_path / "AVA.txt").write_text(LABELS)
    (tmp_path / "tags.txt").write_text("1 Abstract\n15 Nature\n22 Still Life\n")
    (tmp_path / "aesthetics_image_lists" / "generic_test.jpgl").write_text("953958\n")
    styles = tmp_path / "style_image_lists"
    (styles / "styles.txt").write_text("1 Complementary_Colors\n6 Macro\n14 Vanishing_Point\n")
    (styles / "train.jpgl").write_text("953619\n")
    (styles / "train.lab").write_text("6\n")
    (styles / "test.jpgl").write_text("953958\n")
    (styles / "test.multilab").write_text("1 0 0 0 0 0 0 0 0 0 0 0 0 1\n")
    return tmp_path


def test_reader_takes_votes_as_they_are(folder):
    photos = read_ava(folder)
    votes = np.array([0, 1, 5, 17, 38, 36, 15, 6, 5, 1])
    assert photos.distribution[0] == pytest.approx(votes / votes.sum())
    assert photos.mos[0] == pytest.approx(votes @ np.arange(1, 11) / votes.sum())
    assert photos.how == "votes 1 to 10 as published"
    assert photos.paths[0] == folder / "images" / "953619.jpg"


def test_reader_tells_content_style_and_split(folder):
    photos = read_ava(folder)
    assert photos.subset == ("Abstract", "Nature", "untagged")
    assert photos.tags == (
        ("Abstract", "Still Life", "style Macro"),
        ("Nature", "style Complementary_Colors", "style Vanishing_Point"),
        (),
    )
    assert photos.split == ("train", "test", "train")


def test_votes_alone_are_enough(folder):
    (folder / "tags.txt").unlink()
    (folder / "style_image_lists").rename(folder / "elsewhere")
    (folder / "aesthetics_image_lists").rename(folder / "also elsewhere")
    photos = read_ava(folder)
    assert photos.tags == (("tag 1", "tag 22"), ("tag 15",), ())
    assert photos.split == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("3 954184 0 0 4", "3 954184 0 0 -4", r"AVA\.txt, line 3: votes_3 is -4"),
        ("1 953619 0 1", "1 953619 0", r"AVA\.txt, line 1 has 14 values, not 15"),
        ("10 7 15 26 26 21 10 8 1 2", "0 0 0 0 0 0 0 0 0 0", r"AVA\.txt, line 2 has no votes"),
        ("1 22 1396", "1 67 1396", r"line 1: tag_2 is 67, not a number in 0\.\.66"),
    ],
)
def test_labels_that_are_no_votes_are_refused_with_their_line(folder, old, new, told):
    assert old in LABELS
    (folder / "AVA.txt").write_text(LABELS.replace(old, new))
    with pytest.raises(DatasetError, match=told):
        read_ava(folder)


def test_style_lists_of_different_length_are_refused(folder):
    (folder / "style_image_lists" / "train.lab").write_text("6\n7\n")
    with pytest.raises(DatasetError, match=r"train\.jpgl has 1 lines and train\.lab has 2"):
        read_ava(folder)


@pytest.mark.skipif(not REAL_VOTES.is_file(), reason="the real AVA votes in ../shared/data are not here")
def test_real_votes_have_the_means_that_ava_is_known_for(tmp_path):
    with REAL_VOTES.open(newline="") as lines:
        rows = list(csv.reader(lines))[1:2001]
    (tmp_path / "AVA.txt").write_text("\n".join(f"1 {' '.join(row)} 0 0 0" for row in rows))
    photos = read_labels(tmp_path)
    assert len(photos) == 2000
    assert photos.distribution.sum(axis=1) == pytest.approx(np.ones(2000))
    assert 5.0 < photos.mos.mean() < 6.0
