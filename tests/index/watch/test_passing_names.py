"""Names of files that are being written."""

from pathlib import Path

import pytest

from index.watch.passing_names import is_arriving_photo, is_passing_name


@pytest.mark.parametrize(
    "name",
    [
        "IMG_1.jpg.part",
        "IMG_1.JPG.PARTIAL",
        "Unconfirmed 12.crdownload",
        "IMG_1.jpg.filepart",
        "IMG_1.jpg.tmp",
        "IMG_1.jpg~",
        "~IMG_1.jpg",
        ".IMG_1.jpg.Xa3b4C",
        ".syncthing.IMG_1.jpg.tmp",
        "~syncthing~IMG_1.jpg.tmp",
        "._IMG_1.jpg",
        ".IMG_1.jpg",
        ".IMG_1.xmp.assist-part",
    ],
)
def test_a_name_of_passage_is_no_photo_yet(name):
    assert is_passing_name(Path(name))
    assert not is_arriving_photo(Path(name))


@pytest.mark.parametrize("name", ["IMG_1.jpg", "IMG.part.jpg", "Ünï code\n.NEF", "a~b.heic", "capt0000.CR3"])
def test_a_final_name_is_a_photo(name):
    assert is_arriving_photo(Path(name))


@pytest.mark.parametrize("name", ["IMG_1.xmp", "notes.txt", "IMG_1", "film.mp4", "jpg"])
def test_what_is_no_photo_never_arrives(name):
    assert not is_arriving_photo(Path(name))
