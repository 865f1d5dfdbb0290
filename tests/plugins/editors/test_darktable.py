"""What darktable is said to show. Whether it does: test_darktable_real.py."""

from dataclasses import replace

from index.photo.sidecar_place import Place
from plugins.editors.darktable import shows
from tests.plugins.editors.made_places import facts, places


def test_a_photo_of_which_nothing_is_said_gets_the_star_of_every_import():
    shown = shows(places("IMG.CR3"))

    assert (shown.stars, shown.by_default, shown.rejected, shown.labels, shown.places) == (1, True, False, (), ())


def test_its_own_sidecar_comes_before_everything_else():
    shown = shows(
        places(
            "IMG.CR3",
            darktable=facts(rating=2),
            adobe=facts(rating=5, label="Red"),
            embedded=facts(rating=3, label="Green"),
        )
    )

    assert (shown.stars, shown.labels, shown.places) == (2, (), (Place.DARKTABLE,))


def test_its_own_sidecar_without_a_rating_gives_the_star_of_every_import():
    shown = shows(places("IMG.CR3", darktable=facts(label="Red"), embedded=facts(rating=3)))

    assert (shown.stars, shown.by_default, shown.labels) == (1, True, ("Red",))


def test_minus_one_is_a_reject():
    assert shows(places("IMG.CR3", darktable=facts(rating=-1))).rejected
    assert shows(places("IMG.jpg", embedded=facts(rating=-1))).rejected


def test_several_colours_of_its_own_are_all_shown():
    assert shows(places("IMG.CR3", darktable=facts((2, 4), rating=1))).labels == ("Green", "Purple")


def test_the_english_name_comes_before_its_own_colours():
    assert shows(places("IMG.CR3", darktable=facts((2, 4), label="Red"))).labels == ("Red",)


def test_a_name_that_is_none_of_the_five_hides_its_own_colours():
    shown = shows(places("IMG.CR3", darktable=facts((2,), label="Rot")))

    assert shown.labels == ()
    assert "'Rot'" in shown.notes[0]


def test_the_short_name_is_taken_over_where_there_is_no_own_sidecar():
    shown = shows(places("IMG.CR3", adobe=facts(rating=5, label="Red")))

    assert (shown.stars, shown.labels, shown.places) == (5, ("Red",), (Place.ADOBE,))


def test_no_stars_in_the_short_name_leave_those_inside_the_photo():
    shown = shows(places("IMG.jpg", adobe=facts(rating=0), embedded=facts(rating=3)))

    assert shown.stars == 3


def test_a_reject_by_rating_in_the_short_name_is_told_as_one_star_more():
    shown = shows(places("IMG.jpg", adobe=facts(rating=-1), embedded=facts(rating=3)))

    assert (shown.stars, shown.rejected) == (4, False)
    assert "one star more" in shown.notes[0]


def test_on_top_of_a_reject_inside_the_photo_it_cannot_be_told():
    shown = shows(places("IMG.jpg", adobe=facts(rating=-1), embedded=facts(rating=-1)))

    assert (shown.stars, shown.rejected) == (None, None)


def test_an_unknown_label_in_the_short_name_becomes_purple():
    shown = shows(places("IMG.CR3", adobe=facts(label="Rot")))

    assert shown.labels == ("Purple",)
    assert shown.notes == ("darktable shows the label 'Rot' as purple",)


def test_the_crop_of_adobes_editors_is_taken_over():
    shown = shows(places("IMG.CR3", adobe=facts(rating=1, crop=True)))

    assert shown.crop is True
    assert "when it first opens the photo" in shown.notes[0]


def test_the_crop_of_adobes_editors_comes_behind_that_of_its_own_sidecar_until_it_has_opened_the_photo():
    adobes, own = facts(rating=1, crop=True), facts(rating=2)
    shown = shows(places("IMG.CR3", darktable=own, adobe=adobes))
    opened = shows(places("IMG.CR3", darktable=replace(own, is_opened_there=True), adobe=adobes))

    assert (shown.stars, shown.crop) == (2, True)
    assert "once more" in shown.notes[0]
    assert (opened.crop, opened.notes) == (False, ())


def test_a_short_name_that_tells_of_another_program_is_passed_over():
    adobes = facts(rating=5, crop=True)
    for agent, stars in (("photo-assist", 1), ("digiKam-8.1.0", 1), ("Adobe Photoshop Camera Raw 17.1", 5)):
        assert shows(places("IMG.CR3", adobe=replace(adobes, agents=(None, agent)))).stars == stars
    assert shows(places("IMG.CR3", darktable=facts(), adobe=replace(adobes, agents=("photo-assist",)))).crop is False


def test_a_damaged_sidecar_hides_the_short_name_but_not_what_is_inside():
    shown = shows(
        places("IMG.jpg", adobe=facts(rating=5), embedded=facts(rating=3), damaged=frozenset({Place.DARKTABLE}))
    )

    assert shown.stars == 3
    assert shown.notes == ("darktable cannot read IMG.jpg.xmp",)


def test_a_sidecar_in_other_letter_case_is_not_seen_where_that_matters():
    shown = shows(places("IMG.jpg", darktable=facts(rating=4), misspelled=frozenset({Place.DARKTABLE})))

    assert shown.by_default
    assert "IMG.jpg.xmp" in shown.notes[0]


def test_flags_are_not_its_kind_of_mark():
    assert shows(places("IMG.CR3", darktable=facts(rating=2, pick=1, digikam_pick=1))).picked is None
