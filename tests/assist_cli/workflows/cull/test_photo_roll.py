"""All photos of a cull, learning while scores arrive."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.photo_roll import PhotoRoll
from index.photo.errors import FailureKind, UnreadablePhoto
from tests.assist_cli.workflows.cull.made_cull import FOLDER, path_of, scored

RAW = FOLDER / "IMG_0001.NEF"


def told(path, *companions, unread=()):
    one = scored(1)
    return replace(one, record=replace(one.record, path=path, companions=companions, unread=unread))


def broken(path):
    return UnreadablePhoto(path, FailureKind.CORRUPT, "damaged")


@pytest.fixture
def roll():
    return PhotoRoll([CullPhoto(path_of(0)), CullPhoto(path_of(1), (RAW,)), CullPhoto(path_of(2))])


def test_a_photo_is_found_by_any_of_its_files(roll):
    assert roll.with_file(RAW) is roll[path_of(1)]
    assert roll.with_file(FOLDER / "other.jpg") is None


def test_a_score_brings_what_the_files_say(roll):
    photo = roll.learn(told(path_of(1), RAW))
    assert photo is roll[path_of(1)]
    assert (photo.asset_id, photo.size_px, photo.companions) == ("picture-1", (6000, 4000), (RAW,))


@pytest.mark.parametrize("raw_first", [False, True])
def test_a_raw_that_only_shares_the_name_is_a_photo_of_its_own(roll, raw_first):
    outcomes = [told(path_of(1)), told(RAW)]
    for outcome in reversed(outcomes) if raw_first else outcomes:
        roll.learn(outcome)
    assert list(roll) == [path_of(0), path_of(1), RAW, path_of(2)]
    assert roll[path_of(1)].companions == ()
    assert roll.with_file(RAW) is roll[RAW]


def test_a_photo_judged_by_its_raw_keeps_its_name_and_shows_the_raw(roll):
    photo = roll.learn(told(RAW, path_of(1), unread=(broken(path_of(1)),)))
    assert (photo.path, photo.companions, photo.picture) == (path_of(1), (RAW,), RAW)
    assert roll.learn(broken(path_of(1))) is None
    assert roll[path_of(1)].trouble is None


def test_a_broken_companion_is_no_trouble(roll):
    assert roll.learn(broken(RAW)) is None


def test_a_photo_that_became_unreadable_loses_its_score(roll):
    roll.learn(told(path_of(1), RAW))
    photo = roll.learn(broken(path_of(1)))
    assert photo.scored is None
    assert photo.trouble.kind is FailureKind.CORRUPT


def test_a_photo_that_arrives_joins_in_its_place(roll):
    roll.learn(told(FOLDER / "IMG_0001a.JPG"))
    assert [path.name for path in roll] == ["IMG_0000.JPG", "IMG_0001.JPG", "IMG_0001a.JPG", "IMG_0002.JPG"]
