"""The real digiKam shows what it is said to show. Some 500 MB to install, so the usual test run skips this; tried with 7.9.0."""

from dataclasses import dataclass

import pytest
from PIL import Image

from index.photo.mark_fields.read import facts_of
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_errors import XmpError
from plugins.editors.digikam import shows
from plugins.editors.shown import PhotoPlaces
from tests.plugins.editors.made_places import packet
from tests.real_editors.digikam import SKIP_REASON, DigikamShows, digikam_shows

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(SKIP_REASON is not None, reason=str(SKIP_REASON))]

NOT_RATED = {-1, None}
"""How its database says that there are no stars."""


def said(rating=None, label=None, **more):
    named = {"xmp:Rating": rating, "xmp:Label": label} | {f"digiKam:{name}": value for name, value in more.items()}
    return packet({name: str(value) for name, value in named.items() if value is not None})


@dataclass
class Case:
    inside: bytes | None = None
    own: bytes | None = None
    adobe: bytes | None = None


CASES = {
    "nothing": Case(),
    "inside": Case(inside=said(3, "Green")),
    "own": Case(own=said(2)),
    "own_none": Case(own=said(0)),
    "own_reject": Case(own=said(-1)),
    "own_reject_inside": Case(inside=said(3), own=said(-1, PickLabel=1)),
    "own_before_inside": Case(inside=said(3, "Green"), own=said(2, "Red")),
    "own_without_rating": Case(inside=said(3), own=said(label="Red")),
    "own_label": Case(own=said(4, "Yellow")),
    "own_unknown_label": Case(own=said(4, "Rot")),
    "own_number": Case(own=said(4, ColorLabel=5)),
    "own_number_before_label": Case(own=said(4, "Red", ColorLabel=4)),
    "own_number_none_and_label": Case(own=said(4, "Red", ColorLabel=0)),
    "own_rejected": Case(own=said(2, PickLabel=1)),
    "own_pending": Case(own=said(2, PickLabel=2)),
    "own_accepted": Case(own=said(5, PickLabel=3)),
    "own_damaged": Case(inside=said(3), own=b"<x:xmpmeta"),
    "adobe": Case(adobe=said(5, "Red")),
    "adobe_before_inside": Case(inside=said(3, "Green"), adobe=said(5, "Red")),
    "adobe_damaged": Case(inside=said(3), own=said(2), adobe=b"<x:xmpmeta"),
    "adobe_flags": Case(own=said(2, PickLabel=3), adobe=said(5, "Red")),
    "adobe_and_own": Case(own=said(2), adobe=said(5, "Red")),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    for number, (name, case) in enumerate(CASES.items()):
        packet_inside = {"xmp": case.inside} if case.inside else {}
        # Every picture its own: digiKam gives a copy the marks that it knows of the first.
        Image.new("RGB", (64, 48), (number * 13, 90, 200)).save(folder / f"{name}.jpg", **packet_inside)
        for suffix, data in ((".jpg.xmp", case.own), (".xmp", case.adobe)):
            if data is not None:
                (folder / (name + suffix)).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def real(folder, tmp_path_factory):
    return digikam_shows(folder, tmp_path_factory.mktemp("digikam"))


def expected(folder, name):
    facts, damaged = {}, set()
    case = CASES[name]
    for place, data in ((Place.EMBEDDED, case.inside), (Place.DARKTABLE, case.own), (Place.ADOBE, case.adobe)):
        if data is not None:
            try:
                facts[place] = facts_of(read_xmp(data))
            except XmpError:
                damaged.add(place)
    return shows(PhotoPlaces(folder / f"{name}.jpg", facts, damaged=frozenset(damaged)))


@pytest.mark.parametrize("name", CASES)
def test_it_shows_what_it_is_said_to_show(real, folder, name):
    told, shown = expected(folder, name), real[f"{name}.jpg"]
    if told.stars is not None:
        assert (0 if shown.stars in NOT_RATED else shown.stars) == told.stars
    if told.labels is not None:
        assert tuple(filter(None, [shown.colour])) == told.labels
    assert (shown.pick == "Rejected", shown.pick == "Accepted") == (bool(told.rejected), bool(told.picked))


def test_a_rating_of_minus_one_is_no_stars(real):
    assert {real[f"{name}.jpg"].stars for name in ("own_reject", "own_reject_inside")} <= NOT_RATED


def test_without_its_setting_it_shows_what_is_inside_the_photo(folder, tmp_path):
    shown = digikam_shows(folder, tmp_path, reads_sidecars=False)
    assert shown["own_before_inside.jpg"] == DigikamShows(3, "Green", None)
    assert shown["own_accepted.jpg"].stars in NOT_RATED
