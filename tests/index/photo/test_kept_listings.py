import os
import time

import pytest

from index.photo.files import find_assets
from index.photo.folder_listing import list_folder
from index.photo.kept_listings import KeptListings


@pytest.fixture
def folder(tmp_path):
    for name in ("IMG_1.NEF", "img_1.jpg", "IMG_2.JPG"):
        (tmp_path / name).touch()
    return tmp_path


def settled(folder):
    """As if nothing had happened there for a while."""
    long_ago = time.time() - 60
    os.utime(folder, (long_ago, long_ago))
    return folder


def test_a_listing_is_kept_while_the_folder_stays_as_it_is(folder):
    listings = KeptListings()
    settled(folder)
    assert listings.of(folder) == list_folder(folder)
    assert listings.of(folder) is listings.of(folder)


@pytest.mark.parametrize("change", ["added", "removed", "renamed"])
def test_a_listing_is_made_anew_when_the_folder_changes(folder, change):
    listings = KeptListings()
    before = listings.of(settled(folder))
    if change == "added":
        (folder / "IMG_3.JPG").touch()
    elif change == "removed":
        (folder / "IMG_2.JPG").unlink()
    else:
        (folder / "IMG_2.JPG").rename(folder / "IMG_4.JPG")
    assert listings.of(folder) is None, "it changed a moment ago"
    assert before != listings.of(settled(folder)) == list_folder(folder)


def test_a_folder_that_changed_a_moment_ago_is_not_listed_for_long(folder):
    assert KeptListings().of(folder) is None


def test_listings_of_two_folders_are_told_apart(folder):
    other = folder / "other"
    other.mkdir()
    (other / "A.JPG").touch()
    listings = KeptListings()
    settled(folder)
    settled(other)
    listings.of(folder)
    assert listings.of(other) == list_folder(other)
    assert listings.of(folder) == list_folder(folder)


def test_a_folder_that_is_not_there_is_not_listed_until_it_comes(tmp_path):
    listings = KeptListings()
    assert listings.of(tmp_path / "card") is None
    (tmp_path / "card").mkdir()
    assert listings.of(settled(tmp_path / "card")) == list_folder(tmp_path / "card")


@pytest.mark.parametrize("link", [False, True])
def test_the_same_photos_are_found_with_a_kept_listing_and_without(folder, link):
    if link:
        (folder / "best.jpg").symlink_to("IMG_2.JPG")
    listings = KeptListings()
    settled(folder)
    assert listings.of(folder) is not None
    for path in folder.iterdir():
        assert list(find_assets([path], listings)) == list(find_assets([path]))
