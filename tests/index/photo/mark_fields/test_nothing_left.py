"""An empty sidecar of ours is told from one in which anybody said anything."""

from __future__ import annotations

import pytest

from index.photo.mark_fields.nothing_left import is_nothing_left
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import SetSimple
from index.photo.xmp_edit.new_packet import NEW_PACKET


def packet(*names):
    return edited(None, [SetSimple(name, "0") for name in names]).data


def test_packet_as_we_begin_it_says_nothing():
    assert is_nothing_left(NEW_PACKET)


def test_properties_that_we_take_away_again_leave_nothing():
    data = packet("xmp:Rating")
    assert not is_nothing_left(data)
    assert is_nothing_left(edited(data, [SetSimple("xmp:Rating", None)]).data)


@pytest.mark.parametrize("name", ["crs:HasCrop", "crs:AlreadyApplied", "darktable:xmp_version"])
def test_what_comes_with_a_crop_says_nothing_without_one(name):
    assert is_nothing_left(packet(name))
    assert not is_nothing_left(packet(name, "crs:CropLeft"))


@pytest.mark.parametrize(
    "data",
    [
        NEW_PACKET.replace(b"photo-assist", b"XMP Core 6.0.0"),
        NEW_PACKET.replace(b" </rdf:RDF>", b" <!-- mine --></rdf:RDF>"),
        b"[General]\nRank=0\n",
        b"",
        b"<html>",
    ],
)
def test_what_others_wrote_is_not_ours(data):
    assert not is_nothing_left(data)
