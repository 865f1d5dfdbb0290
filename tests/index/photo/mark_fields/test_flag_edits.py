"""Picks and rejects beside the stars."""

import pytest

from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.flag_edits import flag_edits
from index.photo.marks import Flag
from index.photo.sidecar_place import Place


def written(flag, facts, place):
    return {edit.name: edit.value for edit in flag_edits(flag, facts, place)}


@pytest.mark.parametrize(
    ("flag", "adobe", "darktable"),
    [
        (Flag.PICK, {"xmpDM:pick": "1", "xmpDM:good": "True"}, {"digiKam:PickLabel": "3"}),
        (Flag.REJECT, {"xmpDM:pick": "-1", "xmpDM:good": "False"}, {"digiKam:PickLabel": "1"}),
        (Flag.UNFLAGGED, {"xmpDM:pick": "0"}, {"digiKam:PickLabel": "0"}),
        (None, {}, {}),
    ],
)
def test_each_place_gets_its_own_properties(flag, adobe, darktable):
    assert written(flag, NO_FACTS, Place.ADOBE) == adobe
    assert written(flag, NO_FACTS, Place.DARKTABLE) == darktable


LIGHTROOMS = MarkFacts(present=frozenset({"xmpDM:pick", "xmpDM:good"}), pick=1, good=True)


def test_flag_taken_away_takes_its_properties_along():
    assert written(None, LIGHTROOMS, Place.ADOBE) == {"xmpDM:pick": None, "xmpDM:good": None}
    assert written(Flag.UNFLAGGED, LIGHTROOMS, Place.ADOBE) == {"xmpDM:pick": "0", "xmpDM:good": None}


def test_what_is_said_already_is_not_written_again():
    assert written(Flag.PICK, LIGHTROOMS, Place.ADOBE) == {}


def test_half_of_a_pair_is_completed():
    assert written(Flag.REJECT, MarkFacts(present=frozenset({"xmpDM:good"}), good=False), Place.DARKTABLE) == {
        "xmpDM:pick": "-1",
        "digiKam:PickLabel": "1",
    }
