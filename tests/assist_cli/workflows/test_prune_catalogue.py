"""What is long gone is forgotten when a person agrees; what may come back, and every photo, stays."""

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from assist_cli.workflows.prune_catalogue import PruneRequest, note_deleted, plan_prune, prune, results_in_use
from assist_cli.workflows.rating_weights import embedder_stamp
from index.catalog.database import open_catalog
from index.catalog.stored import StoredEmbedding
from index.catalog.unused_results import Pruned
from scoring.registry import ASSESSORS
from weights.registry import DEFAULT_RATING_WEIGHTS

MONTH = timedelta(days=30)


def later(days):
    return datetime.now(UTC) + timedelta(days=days)


@pytest.fixture
def gone(score, shoot):
    """Five scored photos, two of them missing since just now."""
    score(shoot)
    deleted = [shoot / "IMG_0001.JPG", shoot / "IMG_0003.JPG"]
    for path in deleted:
        path.unlink()
    score(shoot)
    return deleted


def test_photos_that_have_been_missing_for_long_are_forgotten_and_the_files_stay(gone, shoot, catalog):
    before = {path: path.read_bytes() for path in shoot.iterdir()}
    plan = plan_prune(PruneRequest(catalog, MONTH), later(31))
    assert plan.photos == tuple(gone)
    report = prune(plan, later(31))
    assert report.pruned == Pruned(2, 0)
    assert report.freed_bytes >= 0
    with open_catalog(catalog) as kept:
        assert kept.count() == 3
        assert kept.upkeep.missing_photos() == []
    assert {path: path.read_bytes() for path in shoot.iterdir()} == before


def test_a_plan_changes_nothing(gone, catalog):
    plan_prune(PruneRequest(catalog, MONTH, old_results=True), later(31))
    with open_catalog(catalog) as kept:
        assert len(kept.upkeep.missing_photos()) == len(gone)


def test_photos_that_are_missing_for_less_stay(gone, catalog):
    plan = plan_prune(PruneRequest(catalog, MONTH), later(29))
    assert (plan.photos, plan.too_recent, plan.is_empty) == ((), len(gone), True)


@pytest.mark.usefixtures("gone")
def test_photos_whose_folder_is_absent_altogether_stay_and_are_told(shoot, tmp_path, catalog):
    shoot.rename(tmp_path / "unplugged")
    plan = plan_prune(PruneRequest(catalog, MONTH), later(31))
    assert (plan.photos, plan.absent) == ((), {shoot: 5})


@pytest.mark.usefixtures("gone")
def test_photos_of_an_empty_folder_stay_as_a_disk_may_belong_there(shoot, catalog):
    for path in shoot.iterdir():
        path.unlink()
    plan = plan_prune(PruneRequest(catalog, MONTH), later(31))
    assert (plan.photos, plan.absent) == ((), {shoot: 5})


def test_photos_that_nobody_noticed_to_be_deleted_are_missing_from_now_on(score, shoot, catalog):
    score(shoot)
    deleted = shoot / "IMG_0002.JPG"
    deleted.unlink()
    now = later(0)
    assert plan_prune(PruneRequest(catalog, timedelta()), now).photos == (deleted,)
    assert plan_prune(PruneRequest(catalog, MONTH), now).too_recent == 1
    with open_catalog(catalog) as kept:
        assert kept.upkeep.missing_photos() == []
    assert note_deleted(catalog, now) == 1
    assert note_deleted(catalog, later(5)) == 0
    with open_catalog(catalog) as kept:
        assert kept.upkeep.missing_photos() == [(deleted, now)]


def test_photos_of_a_folder_that_may_come_back_are_never_noted_as_deleted(score, shoot, catalog, tmp_path):
    score(shoot)
    shoot.rename(tmp_path / "unplugged")
    assert note_deleted(catalog, later(0)) == 0
    assert plan_prune(PruneRequest(catalog, timedelta()), later(0)).is_empty


@pytest.mark.parametrize("is_empty", [False, True], ids=["absent", "empty"])
def test_a_folder_that_is_gone_for_good_is_forgotten_and_others_stay(
    gone, score, shoot, catalog, draw_photo, tmp_path, is_empty
):
    other = draw_photo(tmp_path / "other" / "a.jpg", seed=40)
    score(other.parent)
    for path in shoot.iterdir():
        path.unlink()
    if not is_empty:
        shoot.rmdir()
    plan = plan_prune(PruneRequest(catalog, MONTH, gone=shoot), later(0))
    assert set(gone) < set(plan.photos)
    assert prune(plan, later(0)).pruned == Pruned(5, 0)
    with open_catalog(catalog) as kept:
        assert [photo.path for photo in kept.seen_photos()] == [other]


def test_photos_of_a_folder_that_comes_back_while_the_person_thinks_stay(score, shoot, catalog, tmp_path):
    score(shoot)
    shoot.rename(tmp_path / "unplugged")
    plan = plan_prune(PruneRequest(catalog, MONTH, gone=shoot), later(0))
    (tmp_path / "unplugged").rename(shoot)
    assert prune(plan, later(0)).pruned == Pruned(0, 0)


def test_a_photo_that_is_back_stays_and_is_told(gone, catalog, draw_photo):
    draw_photo(gone[0], seed=1)
    plan = plan_prune(PruneRequest(catalog, MONTH), later(31))
    assert (plan.photos, plan.back) == ((gone[1],), 1)


def test_a_photo_that_comes_back_while_the_person_thinks_stays(gone, catalog, draw_photo):
    plan = plan_prune(PruneRequest(catalog, MONTH), later(31))
    draw_photo(gone[0], seed=1)
    assert prune(plan, later(31)).pruned.photos == 1
    with open_catalog(catalog) as kept:
        assert kept.photo_at(gone[0]) is not None


def test_results_by_weights_that_are_gone_leave_only_if_asked_for(score, shoot, catalog, other_weights, monkeypatch):
    score(shoot)
    score(shoot, weights=other_weights)
    with monkeypatch.context() as without:
        shipped = dict(__import__("weights.registry").registry.bundled_entries())
        shipped.pop(other_weights)
        without.setattr("weights.registry.bundled_entries", lambda: shipped)
        assert plan_prune(PruneRequest(catalog, MONTH), later(0)).is_empty
        plan = plan_prune(PruneRequest(catalog, MONTH, old_results=True), later(0))
        assert (plan.photos, plan.results) == ((), 5)
        assert prune(plan, later(31)).pruned == Pruned(0, 5)
        assert [photo.cached for photo in score(shoot)] == [True] * 5
    with open_catalog(catalog) as kept:
        assert len(kept.photo_at(shoot / "IMG_0001.JPG").ratings) == 1


def test_embeddings_by_nobody_who_is_here_leave_if_asked_for(score, shoot, catalog):
    (photo, *_others) = score(shoot)
    with open_catalog(catalog) as kept:
        stored = kept.photo_at(photo.path)
        kept.store([dataclasses.replace(stored, embeddings=(StoredEmbedding("retrained@000000000000", b"12"),))])
    assert plan_prune(PruneRequest(catalog, MONTH, old_results=True), later(0)).results == 1


def test_what_this_program_asks_for_is_in_use():
    used = results_in_use()
    assert {stamp.partition("@")[0] for stamp in used.weights} >= {DEFAULT_RATING_WEIGHTS}
    assert used.embedders == {embedder_stamp()}
    assert used.versions.keys() == {one.name for one in ASSESSORS}
