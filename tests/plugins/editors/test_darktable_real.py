"""The real darktable shows what it is said to show."""

from dataclasses import dataclass

import pytest
from PIL import Image

from index.photo.mark_fields.read import facts_of
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_errors import XmpError
from plugins.editors.darktable import shows
from plugins.editors.shown import PhotoPlaces
from tests.plugins.editors.made_places import packet
from tests.real_editors.darktable_import import darktable_imports
from tests.real_editors.darktable_library import SKIP_REASON, DarktableShows

pytestmark = pytest.mark.skipif(SKIP_REASON is not None, reason=SKIP_REASON or "")


def said(rating=None, label=None, colours=None, **more):
    named = {"xmp:Rating": rating, "xmp:Label": label, **more}
    return packet({name: str(value) for name, value in named.items() if value is not None}, colours)


@dataclass
class Case:
    inside: bytes | None = None
    own: bytes | None = None
    adobe: bytes | None = None


CASES = {
    "nothing": Case(),
    "inside": Case(inside=said(3, "Green")),
    "inside_reject": Case(inside=said(-1)),
    "inside_unknown_label": Case(inside=said(2, "Rot")),
    "own": Case(own=said(2)),
    "own_none": Case(own=said(0)),
    "own_reject": Case(own=said(-1)),
    "own_before_inside": Case(inside=said(3, "Green"), own=said(2)),
    "own_without_rating": Case(inside=said(3), own=said(label="Red")),
    "own_before_adobe": Case(own=said(2), adobe=said(5, "Red")),
    "own_colours": Case(own=said(2, colours=(2, 4))),
    "own_label_and_colours": Case(own=said(2, "Red", (2, 4))),
    "own_unknown_label_and_colours": Case(own=said(2, "Rot", (2, 4))),
    "own_small_letters": Case(own=said(2, "red", (2, 4))),
    "own_empty_label_and_colours": Case(own=said(2, "", (2, 4))),
    "own_flags": Case(own=said(2, **{"xmpDM:pick": -1, "digiKam:PickLabel": 1})),
    "own_damaged": Case(inside=said(3), own=b"<x:xmpmeta", adobe=said(5)),
    "adobe": Case(adobe=said(5, "Red")),
    "adobe_none": Case(adobe=said(0)),
    "adobe_none_inside": Case(inside=said(3), adobe=said(0)),
    "adobe_and_inside": Case(inside=said(3, "Green"), adobe=said(5, "Red")),
    "adobe_reject": Case(adobe=said(-1)),
    "adobe_reject_inside": Case(inside=said(3), adobe=said(-1)),
    "adobe_reject_inside_five": Case(inside=said(5), adobe=said(-1)),
    "adobe_over_inside_reject": Case(inside=said(-1), adobe=said(3)),
    "adobe_none_inside_reject": Case(inside=said(-1), adobe=said(0)),
    "adobe_unknown_label": Case(adobe=said(2, "Rot")),
    "adobe_unknown_label_inside": Case(inside=said(2, "Green"), adobe=said(2, "Rot")),
    "adobe_small_letters": Case(adobe=said(2, "red")),
    "adobe_empty_label": Case(adobe=said(2, "")),
    "adobe_damaged": Case(inside=said(3), adobe=b"<x:xmpmeta"),
    "adobe_flags": Case(adobe=said(3, **{"xmpDM:pick": -1})),
}


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    for name, case in CASES.items():
        packet_inside = {"xmp": case.inside} if case.inside else {}
        Image.new("RGB", (64, 48), "olive").save(folder / f"{name}.jpg", **packet_inside)
        for suffix, data in ((".jpg.xmp", case.own), (".xmp", case.adobe)):
            if data is not None:
                (folder / (name + suffix)).write_bytes(data)
    return darktable_imports(folder)


@pytest.mark.parametrize("name", CASES)
def test_darktable_shows_what_is_predicted(real, name, tmp_path):
    case = CASES[name]
    facts, damaged = {}, set()
    for place, data in ((Place.EMBEDDED, case.inside), (Place.DARKTABLE, case.own), (Place.ADOBE, case.adobe)):
        if data is not None:
            try:
                facts[place] = facts_of(read_xmp(data))
            except XmpError:
                damaged.add(place)

    shown = shows(PhotoPlaces(tmp_path / f"{name}.jpg", facts, damaged=frozenset(damaged)))

    saw = real[f"{name}.jpg"]
    stars = saw.stars if shown.stars is None else shown.stars
    assert shown.stars is not None or shown.rejected
    assert DarktableShows(stars, bool(shown.rejected), tuple(sorted(shown.labels))) == saw._replace(
        labels=tuple(sorted(saw.labels))
    )


def test_every_photo_was_seen(real):
    assert len(real) == len(CASES)
