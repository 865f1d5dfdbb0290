"""What digiKam is said to show."""

import pytest

from index.photo.sidecar_place import Place
from plugins.editors.digikam import shows
from tests.plugins.editors.made_places import facts, places


def test_a_sidecar_takes_the_place_of_what_is_inside():
    shown = shows(places("IMG.CR3", darktable=facts(rating=2), embedded=facts(rating=4, label="Red")))

    assert (shown.stars, shown.labels, shown.places) == (2, (), (Place.DARKTABLE,))
    assert "setting" in shown.notes[0]


@pytest.mark.parametrize("photo", ["IMG.CR3", "IMG.jpg"])
def test_the_short_name_goes_before_the_long_one(photo):
    shown = shows(places(photo, darktable=facts(rating=2, digikam_pick=3), adobe=facts(rating=5)))

    assert (shown.stars, shown.picked, shown.places) == (5, None, (Place.ADOBE,))
    assert any("no pick" in note for note in shown.notes)


def test_without_a_sidecar_it_shows_what_is_inside():
    shown = shows(places("IMG.jpg", embedded=facts(rating=4, label="Red")))

    assert (shown.stars, shown.labels, shown.places) == (4, ("Red",), (Place.EMBEDDED,))


def test_nothing_said_is_nothing_shown():
    shown = shows(places("IMG.CR3"))

    assert (shown.stars, shown.rejected, shown.picked, shown.labels, shown.places) == (0, False, False, (), ())


@pytest.mark.parametrize(
    ("number", "rejected", "picked"), [(0, False, False), (1, True, False), (2, False, False), (3, False, True)]
)
def test_flags_are_its_own_number(number, rejected, picked):
    shown = shows(places("IMG.CR3", darktable=facts(digikam_pick=number)))

    assert (shown.rejected, shown.picked) == (rejected, picked)


@pytest.mark.parametrize(
    ("number", "label", "labels"),
    [(4, "Red", ("Green",)), (0, "Red", ()), (2, None, ("Orange",)), (None, "Red", ("Red",)), (None, "Rot", ())],
)
def test_its_own_colour_number_comes_before_the_name(number, label, labels):
    said = {"digikam_colour": number, "label": label}
    shown = shows(
        places("IMG.CR3", darktable=facts(**{name: value for name, value in said.items() if value is not None}))
    )

    assert shown.labels == labels


def test_a_reject_by_rating_is_no_stars_and_no_flag():
    shown = shows(places("IMG.CR3", darktable=facts(rating=-1)))

    assert (shown.stars, shown.rejected) == (0, False)


@pytest.mark.parametrize(("damaged", "more"), [(Place.DARKTABLE, {}), (Place.ADOBE, {"darktable": facts(rating=2)})])
def test_a_damaged_sidecar_leaves_what_is_inside(damaged, more):
    shown = shows(places("IMG.jpg", embedded=facts(rating=4), damaged=frozenset({damaged}), **more))

    assert shown.stars == 4
    assert shown.notes == ("digiKam cannot read the sidecar",)
