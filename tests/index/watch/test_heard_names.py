"""What is worth passing on, by its path below the watched folder."""

from pathlib import Path

import pytest

from index.watch.heard_names import is_heard_folder, is_heard_photo


@pytest.mark.parametrize("inside", ["a.jpg", "DCIM/100CANON/a.CR3", "Ünï/ö\n.jpg"])
def test_photos_are_heard_however_deep(inside):
    assert is_heard_photo(Path(inside))


@pytest.mark.parametrize(
    "inside", [".hidden/a.jpg", "day/@eaDir/a.jpg", "Catalog Previews.lrdata/a.jpg", "a.txt", "d/.a.jpg"]
)
def test_photos_in_folders_that_do_not_count_are_not_heard(inside):
    assert not is_heard_photo(Path(inside))


def test_folders_are_heard_as_their_photos_are():
    assert is_heard_folder(Path("day/one"))
    assert not is_heard_folder(Path("day/.trash/one"))
