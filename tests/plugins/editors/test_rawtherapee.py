"""What RawTherapee is said to show."""

from index.photo.sidecar_place import Place
from plugins.editors.rawtherapee import shows
from tests.plugins.editors.made_places import facts, places


def test_its_profile_says_all():
    profile = "[General]\nRank=4\nColorLabel=3\nInTrash=false\n\n[Crop]\nEnabled=true\nX=1\nY=1\nW=9\nH=9\n"
    shown = shows(places("IMG.CR3", darktable=facts(rating=1), pp3=profile))

    assert (shown.stars, shown.labels, shown.rejected, shown.crop) == (4, ("Green",), False, True)
    assert shown.places == (Place.RAWTHERAPEE,)


def test_the_trash_is_its_reject():
    assert shows(places("IMG.CR3", pp3="[General]\nInTrash=true\n")).rejected is True


def test_without_a_profile_its_stars_cannot_be_told():
    shown = shows(places("IMG.CR3", darktable=facts(rating=1), adobe=facts(rating=1), embedded=facts(rating=1)))

    assert (shown.stars, shown.labels, shown.places) == (None, None, ())
    assert ".pp3" in shown.notes[0]


def test_a_profile_that_says_nothing_of_stars_leaves_them_open():
    shown = shows(places("IMG.CR3", pp3="[Exposure]\nAuto=false\n"))

    assert shown.stars is None
    assert shown.labels == ()
