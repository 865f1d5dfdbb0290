"""What Capture One is said to show."""

import pytest

from index.photo.sidecar_place import Place
from plugins.editors.capture_one import shows
from tests.plugins.editors.made_places import facts, places


def test_of_a_raw_it_reads_stars_and_label_of_the_short_name_and_no_flags():
    shown = shows(places("IMG.CR3", darktable=facts(rating=2), adobe=facts(rating=4, label="Red", pick=1)))

    assert (shown.stars, shown.labels, shown.places) == (4, ("Red",), (Place.ADOBE,))
    assert (shown.rejected, shown.picked) == (None, None)


def test_nothing_said_is_nothing_shown():
    assert (shows(places("IMG.CR3")).stars, shows(places("IMG.CR3")).labels) == (0, ())


@pytest.mark.parametrize("name", ["IMG.jpg", "IMG.dng", "IMG.heic"])
def test_of_other_files_it_cannot_be_told(name):
    shown = shows(places(name, adobe=facts(rating=4), embedded=facts(rating=2)))

    assert (shown.stars, shown.labels) == (None, None)
    assert "not tried" in shown.notes[0]


def test_a_reject_by_rating_cannot_be_told():
    assert shows(places("IMG.CR3", adobe=facts(rating=-1))).stars is None


def test_a_label_that_is_none_of_the_five_cannot_be_told():
    shown = shows(places("IMG.CR3", adobe=facts(rating=2, label="Rot")))

    assert (shown.stars, shown.labels) == (2, None)
    assert "'Rot'" in shown.notes[0]


def test_it_keeps_its_own_crops():
    shown = shows(places("IMG.CR3", adobe=facts(rating=2, crop=True)))

    assert shown.crop is None
    assert "its own crops" in shown.notes[0]
