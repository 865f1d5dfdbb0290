"""What file names tell."""

from datetime import datetime
from pathlib import Path

import pytest

from scoring.groups.file_names import read_name


@pytest.mark.parametrize(
    ("name", "reel", "number"),
    [
        ("IMG_0412.JPG", "IMG_#", 412),
        ("DSC0999.ARW", "DSC#", 999),
        ("_MG_0001.CR2", "_MG_#", 1),
        ("P1020345.RW2", "P#", 1020345),
        ("000017-03.jpg", "000017-#", 3),
        ("IMG-20240101-WA0012.jpg", "IMG-20240101-WA#", 12),
        ("Holiday (12).jpg", "Holiday (#)", 12),
    ],
)
def test_file_name_counts_in_its_last_number(name, reel, number):
    found = read_name(Path(name))
    assert (found.reel, found.number, found.is_copy) == (reel, number, False)


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("PXL_20240101_101112123.jpg", datetime(2024, 1, 1, 10, 11, 12, 123000)),
        ("IMG_20240101_101112.jpg", datetime(2024, 1, 1, 10, 11, 12)),
        ("2024-01-01 10.11.12.jpg", datetime(2024, 1, 1, 10, 11, 12)),
        ("Screenshot_2024-01-01-10-11-12.png", datetime(2024, 1, 1, 10, 11, 12)),
    ],
)
def test_file_name_may_tell_the_moment(name, moment):
    assert read_name(Path(name)).moment == moment


@pytest.mark.parametrize("name", ["IMG_20241345_101112.jpg", "IMG_20240230_101112.jpg"])
def test_file_name_with_an_impossible_date_tells_no_moment(name):
    assert read_name(Path(name)).moment is None


@pytest.mark.parametrize(
    "name",
    [
        "IMG_0412 copy.jpg",
        "IMG_0412_web.jpg",
        "IMG_0412 (1).jpg",
        "IMG_0412~2.jpg",
        "IMG_0412-edited.jpg",
        "IMG_0412-1024x683.jpg",
    ],
)
def test_copies_name_their_original(name):
    found = read_name(Path(name))
    assert (found.core, found.is_copy) == ("IMG_0412", True)


@pytest.mark.parametrize("name", ["final.jpg", "copy (2).jpg", "web.jpg", ".jpg", "1.jpg"])
def test_names_that_name_no_shot_are_no_copies(name):
    assert not read_name(Path(name)).is_copy
