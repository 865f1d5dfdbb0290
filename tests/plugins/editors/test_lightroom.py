"""What Lightroom Classic is said to show."""

import pytest

from index.photo.sidecar_place import Place
from plugins.editors.lightroom import shows
from tests.plugins.editors.made_places import facts, places


def test_of_a_raw_it_reads_the_short_name_only():
    shown = shows(
        places("IMG.CR3", darktable=facts(rating=2), adobe=facts(rating=4, label="Red"), embedded=facts(rating=1))
    )

    assert (shown.stars, shown.labels, shown.places) == (4, ("Red",), (Place.ADOBE,))


def test_the_long_name_says_nothing_to_it():
    shown = shows(places("IMG.CR3", darktable=facts(rating=2, label="Red", pick=1)))

    assert (shown.stars, shown.rejected, shown.picked, shown.labels, shown.places) == (0, False, False, (), ())


def test_the_cameras_own_rating_counts_where_a_raw_has_no_sidecar():
    assert shows(places("IMG.CR3", embedded=facts(rating=1))).stars == 1


@pytest.mark.parametrize("name", ["IMG.jpg", "IMG.TIF", "IMG.dng"])
def test_of_what_carries_its_marks_inside_it_reads_those_only(name):
    shown = shows(
        places(name, darktable=facts(rating=2), adobe=facts(rating=4), embedded=facts(rating=1, label="Blue"))
    )

    assert (shown.stars, shown.labels, shown.places) == (1, ("Blue",), (Place.EMBEDDED,))


@pytest.mark.parametrize(("pick", "rejected", "picked"), [(-1, True, False), (0, False, False), (1, False, True)])
def test_flags_are_its_own_property_and_recent(pick, rejected, picked):
    shown = shows(places("IMG.CR3", adobe=facts(rating=3, pick=pick)))

    assert (shown.stars, shown.rejected, shown.picked) == (3, rejected, picked)
    assert any("recent versions" in note for note in shown.notes) == bool(pick)


def test_whether_minus_one_is_shown_as_a_reject_cannot_be_told():
    shown = shows(places("IMG.CR3", adobe=facts(rating=-1)))

    assert (shown.stars, shown.rejected) == (None, None)
    assert "cannot be told" in shown.notes[0]


def test_minus_one_beside_a_reject_flag_is_a_reject():
    assert shows(places("IMG.CR3", adobe=facts(rating=-1, pick=-1))).rejected is True


@pytest.mark.parametrize("label", ["Rot", "red", "Select"])
def test_a_label_counts_as_it_is_spelled(label):
    shown = shows(places("IMG.CR3", adobe=facts(label=label)))

    assert shown.labels == (label,)
    assert "label set" in shown.notes[0]


def test_a_crop_of_camera_raw_is_shown():
    assert shows(places("IMG.CR3", adobe=facts(rating=1, crop=True))).crop is True


def test_the_jpeg_of_a_pair_is_not_shown_by_itself():
    shown = shows(places("IMG.JPG", embedded=facts(rating=3), has_raw_beside=True))

    assert (shown.stars, shown.rejected, shown.labels) == (None, None, None)
    assert "separate photos" in shown.notes[0]


def test_of_formats_not_looked_into_it_cannot_be_told():
    shown = shows(places("IMG.heic", adobe=facts(rating=3), embedded=facts(rating=3)))

    assert shown.stars is None
    assert "cannot be told" in shown.notes[0]
