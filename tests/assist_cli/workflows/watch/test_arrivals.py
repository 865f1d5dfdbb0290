"""From a file that is complete to the photo that it belongs to."""

from __future__ import annotations

from assist_cli.workflows.watch.arrivals import Arrival, photos_of
from index.photo.errors import FailureKind
from index.photo.kept_listings import KeptListings


def nobody(_path):
    return False


def test_the_files_of_one_photo_are_found_beside_it(arrive):
    jpeg, raw = arrive("IMG_1.JPG", 1), arrive("img_1.NEF", 2)
    arrive("IMG_2.JPG", 3)
    for path in (jpeg, raw):
        (asset,) = photos_of(Arrival(path, 0.0), nobody, KeptListings())
        assert (asset.path, asset.companions) == (jpeg, (raw,))
    assert Arrival(jpeg, 0.0).keys == Arrival(raw, 0.0).keys


def test_a_file_that_is_still_written_does_not_count_yet(arrive):
    jpeg, raw = arrive("IMG_1.JPG", 1), arrive("IMG_1.NEF", 2)
    (asset,) = photos_of(Arrival(raw, 0.0), lambda path: path == jpeg, KeptListings())
    assert asset.files == (raw,)


def test_equal_names_without_a_raw_are_photos_of_their_own(arrive):
    jpeg = arrive("IMG_1.JPG", 1)
    arrive("IMG_1.png", 2)
    (asset,) = photos_of(Arrival(jpeg, 0.0), nobody, KeptListings())
    assert asset.files == (jpeg,)


def test_what_went_is_told_as_missing(inbox):
    (trouble,) = photos_of(Arrival(inbox / "IMG_1.JPG", 0.0), nobody, KeptListings())
    assert trouble.kind is FailureKind.MISSING


def test_a_renamed_photo_stands_for_both_its_names(inbox):
    arrival = Arrival(inbox / "new.jpg", 0.0, former=inbox / "OLD.jpg")
    assert arrival.keys == ((inbox, "new"), (inbox, "old"))
