"""Advice on photos of one moment while they arrive."""

from __future__ import annotations

import shutil

import pytest

from assist_cli.workflows.pick_shoot import pick_shoot
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.see_shoot import ShootRequest
from assist_cli.workflows.watch.growing_shoot import GrowingShoot
from index.catalog.database import open_catalog
from scoring.ranking.picks.choice import Decision
from weights.registry import DEFAULT_RATING_WEIGHTS


@pytest.fixture
def growing(catalog, judge):  # noqa: ARG001 - set up first
    return GrowingShoot(catalog, DEFAULT_RATING_WEIGHTS, "auto")


def by_name(revisions):
    return {one.path.name: (one.before, one.now) for one in revisions}


def test_a_copy_that_comes_later_is_told_and_what_was_advised_before(growing, score, shoot):
    score(shoot)
    names = sorted(path.name for path in shoot.iterdir())
    first = growing.revise(sorted(shoot.iterdir()))
    assert by_name(first) == dict.fromkeys(names, (None, Decision.KEEPER))
    copy = shoot / "IMG_0001 copy.JPG"
    shutil.copyfile(shoot / "IMG_0001.JPG", copy)
    score(copy)
    told = by_name(growing.revise([copy]))
    assert told["IMG_0001 copy.JPG"] == (None, Decision.REJECT_CANDIDATE)
    assert told["IMG_0001.JPG"] == (Decision.KEEPER, Decision.KEEPER)  # its reasons are others
    assert set(told) == {"IMG_0001.JPG", "IMG_0001 copy.JPG"}


def test_what_is_advised_already_is_told_as_no_change_and_only_of_what_came(growing, score, shoot):
    score(shoot)
    growing.revise(sorted(shoot.iterdir()))
    (again,) = growing.revise([shoot / "IMG_0001.JPG"])
    assert (again.path.name, again.now, again.is_change) == ("IMG_0001.JPG", Decision.KEEPER, False)


def test_the_advice_is_kept_and_is_that_of_pick(growing, score, shoot, catalog):
    shutil.copyfile(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    score(shoot)
    growing.revise([shoot / "IMG_0001 copy.JPG"])
    kept = stored(catalog)
    pick_shoot(ShootRequest([shoot], catalog), None, Progress(), lambda _progress: None)
    assert kept == stored(catalog)


def stored(catalog):
    with open_catalog(catalog) as opened:
        ids = {photo.photo_id: photo.path.name for photo in opened.seen_photos()}
        return {
            ids[row]: (one.decision, one.kind, one.rank, one.reasons) for row, one in opened.decisions.of(ids).items()
        }


def test_a_photo_that_went_meanwhile_is_left_out(growing, score, shoot, catalog):
    score(shoot)
    with open_catalog(catalog) as opened:
        opened.forget([shoot / "IMG_0001.JPG"])
    assert "IMG_0001.JPG" not in by_name(growing.revise([shoot / "IMG_0001.JPG", shoot / "IMG_0002.JPG"]))
    assert growing.revise([shoot / "elsewhere" / "IMG_0009.JPG"]) == []
