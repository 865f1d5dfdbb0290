"""A set goes on without a few of its pictures, and is refused without many."""

from pathlib import Path

import numpy as np
import pytest

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos


def rated(folder: Path, count: int) -> RatedPhotos:
    paths = tuple(folder / f"{number}.jpg" for number in range(count))
    for path in paths:
        path.touch()
    mos = np.linspace(2.0, 9.0, count)
    subset = tuple(str(number) for number in range(count))
    return RatedPhotos(paths, mos, subset, np.full((count, 10), 0.1), "drawn", ("train",) * count, ((),) * count)


def test_up_to_a_twentieth_of_the_pictures_may_be_missing_and_is_listed(tmp_path):
    photos = rated(tmp_path, 40)
    for number in (3, 7):
        (tmp_path / f"{number}.jpg").unlink()
    there = photos.whose_pictures_exist()
    assert [path.name for path in there.left_out] == ["3.jpg", "7.jpg"]
    assert {len(there), len(there.mos), len(there.subset), len(there.distribution), len(there.split)} == {38}
    assert there.subset[3] == "4"
    assert there.mos[3] == photos.mos[4]


def test_more_missing_pictures_than_that_are_counted_and_refused(tmp_path):
    photos = rated(tmp_path, 40)
    for number in (3, 7, 9):
        (tmp_path / f"{number}.jpg").unlink()
    with pytest.raises(DatasetError, match=r"3 of 40 pictures are missing or unreadable, 3\.jpg first") as caught:
        photos.whose_pictures_exist()
    assert "5%" in caught.value.hint


def test_pictures_left_out_later_count_with_those_left_out_before(tmp_path):
    photos = rated(tmp_path, 40)
    (tmp_path / "3.jpg").unlink()
    there = photos.whose_pictures_exist()
    unreadable = np.zeros(39, bool)
    unreadable[:2] = True
    with pytest.raises(DatasetError, match="3 of 40"):
        there.only(~unreadable)


def test_photos_not_asked_about_are_not_left_out():
    photos = RatedPhotos(
        (Path("a.jpg"), Path("b.jpg")),
        np.array([3.0, 7.0]),
        ("x", "y"),
        np.full((2, 10), 0.1),
        "drawn",
        ("train", "test"),
    )
    taken = photos.taken(np.array([False, True]))
    assert [path.name for path in taken.paths] == ["b.jpg"]
    assert (taken.mos.tolist(), taken.subset, taken.split, taken.left_out) == ([7.0], ("y",), ("test",), ())
