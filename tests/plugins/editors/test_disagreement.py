"""When editors show one photo differently."""

from plugins.editors.disagreement import disagreements
from plugins.editors.registry import EDITORS
from plugins.editors.shown import Shown
from tests.plugins.editors.made_places import facts, places


def told(**shown: Shown) -> dict[str, dict[str, tuple[str, ...]]]:
    return {found.mark: dict(found.views) for found in disagreements(shown)}


def test_stars_that_differ_are_told_by_who_shows_which():
    assert told(a=Shown(stars=4), b=Shown(stars=0), c=Shown(stars=4), d=Shown(stars=1)) == {
        "stars": {"4 stars": ("a", "c"), "no stars": ("b",), "1 star": ("d",)}
    }


def test_who_has_no_such_mark_takes_no_part():
    assert told(a=Shown(stars=4), b=Shown(stars=None)) == {}


def test_the_star_of_every_import_is_no_difference_from_none():
    assert told(a=Shown(stars=1, by_default=True), b=Shown(stars=0)) == {}
    assert told(a=Shown(stars=1, by_default=True), b=Shown(stars=1)) != {}


def test_labels_in_another_order_are_the_same():
    assert told(a=Shown(labels=("Red", "Blue")), b=Shown(labels=("Blue", "Red"))) == {}
    assert told(a=Shown(labels=("Red",)), b=Shown(labels=())) == {"label": {"label Red": ("a",), "no label": ("b",)}}


def test_a_reject_that_only_some_show_is_told():
    assert told(a=Shown(rejected=True), b=Shown(rejected=False)) == {"flag": {"a reject": ("a",), "no reject": ("b",)}}


def test_who_has_no_picks_does_not_contradict_one():
    assert told(a=Shown(rejected=False, picked=True), b=Shown(rejected=False)) == {}
    assert told(a=Shown(rejected=False, picked=True), b=Shown(rejected=False, picked=False)) == {
        "flag": {"a pick": ("a",), "no flag": ("b",)}
    }


def test_a_photo_of_which_nothing_is_said_looks_the_same_everywhere():
    for name in ("IMG.CR3", "IMG.jpg", "IMG.heic"):
        assert told(**{editor.name: editor.shows(places(name)) for editor in EDITORS}) == {}


def test_a_reject_written_in_both_styles_looks_the_same_wherever_it_can_be_shown():
    """digiKam looks into Adobe's sidecar alone, where its own property is not written."""
    own = facts(rating=-1, digikam_pick=1, digikam_colour=1, label="Red")
    raw = places("IMG.CR3", darktable=own, adobe=facts(pick=-1, good="False", label="Red"))

    assert told(**{editor.name: editor.shows(raw) for editor in EDITORS}) == {}
