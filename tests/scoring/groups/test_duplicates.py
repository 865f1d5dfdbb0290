"""Files with the same picture data: one stays the original, the others are its copies."""

from scoring.groups.capture_order import capture_order
from scoring.groups.duplicates import SAME_DATA, exact_duplicates
from scoring.groups.group import CopyOf
from tests.scoring.groups.made_shoot import MadeShoot


def copies(*photos):
    """Of photos with a (name, asset) each."""
    shoot = MadeShoot()
    for name, asset in photos:
        shoot.add(name, asset=asset)
    return exact_duplicates(shoot.photos, capture_order(shoot.photos))


def test_different_pictures_are_no_duplicates_whatever_their_names():
    assert copies(("a/IMG_0001.JPG", "one"), ("b/IMG_0001.JPG", "other")) == []
    assert copies(("IMG_0001.JPG", "one"), ("IMG_0001 copy.JPG", "other")) == []


def test_a_plain_name_is_the_original():
    assert copies(("IMG_0001 (1).JPG", "same"), ("IMG_0001.JPG", "same")) == [CopyOf(0, 1, SAME_DATA)]


def test_of_plain_names_the_first_is_the_original():
    assert copies(("b/IMG_0001.JPG", "same"), ("a/IMG_0001.JPG", "same")) == [CopyOf(0, 1, SAME_DATA)]
    assert copies(("IMG_0010.JPG", "same"), ("IMG_0009.JPG", "same")) == [CopyOf(0, 1, SAME_DATA)]


def test_all_copies_are_of_one_original():
    found = copies(("IMG_0001 copy.JPG", "same"), ("x.jpg", "other"), ("IMG_0001.JPG", "same"), ("z.jpg", "same"))
    assert {(copy.member, copy.original) for copy in found} == {(0, 2), (3, 2)}


def test_no_photos_have_no_copies():
    assert copies() == []
