"""Colour labels in their three properties."""

from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.label_edits import label_edits
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import SetList, SetSimple


def test_several_colours_are_told_to_darktable_without_a_name_that_would_hide_them():
    assert label_edits(("Blue", "Red"), MarkFacts(label="Blue"), Place.DARKTABLE) == [
        SetSimple("xmp:Label", None), SetList("darktable:colorlabels", "Seq", ("0", "3")), SetSimple("digiKam:ColorLabel", "5")
    ]  # fmt: skip


def test_first_label_is_the_one_that_lightroom_shows():
    assert label_edits(("Blue", "Red"), NO_FACTS, Place.ADOBE) == [SetSimple("xmp:Label", "Blue")]


def test_colour_goes_before_a_name_that_would_hide_it_in_darktable():
    assert SetSimple("xmp:Label", "Red") in label_edits(("Select", "Red"), NO_FACTS, Place.DARKTABLE)
    assert label_edits(("Select", "Red"), NO_FACTS, Place.ADOBE) == [SetSimple("xmp:Label", "Select")]


def test_adobes_place_has_the_name_alone():
    assert label_edits(("Purple",), NO_FACTS, Place.ADOBE) == [SetSimple("xmp:Label", "Purple")]


def test_name_of_no_colour_has_no_number():
    red = MarkFacts(
        frozenset({"xmp:Label", "darktable:colorlabels", "digiKam:ColorLabel"}), None, "Red", (0,), digikam_colour=1
    )
    assert label_edits(("Select",), red, Place.DARKTABLE) == [
        SetSimple("xmp:Label", "Select"), SetList("darktable:colorlabels", "Seq", None), SetSimple("digiKam:ColorLabel", "0")
    ]  # fmt: skip
    assert label_edits(("Select",), NO_FACTS, Place.DARKTABLE) == [SetSimple("xmp:Label", "Select")]


def test_orange_is_digikams_alone():
    assert label_edits(("Orange",), NO_FACTS, Place.DARKTABLE) == [
        SetSimple("xmp:Label", "Orange"), SetSimple("digiKam:ColorLabel", "2")
    ]  # fmt: skip


def test_spelling_that_editors_do_not_show_is_set_right():
    assert label_edits(("Red",), MarkFacts(frozenset({"xmp:Label"}), label="red"), Place.ADOBE) == [
        SetSimple("xmp:Label", "Red")
    ]


def test_labels_that_stand_there_are_not_written_again():
    several = MarkFacts(darktable_colours=(2, 0), digikam_colour=1)
    assert label_edits(("Red", "Green"), several, Place.DARKTABLE) == []
    assert (
        label_edits(("Red",), MarkFacts(label="Red", darktable_colours=(0,), digikam_colour=1), Place.DARKTABLE) == []
    )
