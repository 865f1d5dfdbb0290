"""What is known and unchanged is told from its brief, and the same as from all that was said of it."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest
from PIL import ExifTags, Image

from assist_cli.workflows import known_briefs
from assist_cli.workflows.known_briefs import made_by
from assist_cli.workflows.photo_in_brief import PhotoInBrief, in_brief
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_in_brief, score_photos
from index.catalog.database import Catalog, open_catalog
from index.catalog.errors import LockedCatalogError
from scoring.ranking.profile import load_profile
from weights.registry import DEFAULT_RATING_WEIGHTS


@pytest.fixture
def run(catalog, judge):  # noqa: ARG001 - set up first
    """What a run tells, in brief or in full."""

    def run(*paths, in_full=False, **options):
        scored = (score_photos if in_full else score_in_brief)(
            ScoreRequest(paths, catalog, **options), Progress(), lambda _progress: None
        )
        with closing(scored):
            return list(scored)

    return run


@pytest.fixture
def read_whole(monkeypatch):
    """The photos of which all that was said was read."""
    names, photo_at = [], Catalog.photo_at

    def noted(self, path):
        names.append(path.name)
        return photo_at(self, path)

    monkeypatch.setattr(Catalog, "photo_at", noted)
    return names


def test_a_brief_says_what_the_whole_says(run, shoot):
    first, again = run(shoot), run(shoot)
    whole = [in_brief(photo) for photo in run(shoot, in_full=True)]
    assert [replace(brief, cached=True) for brief in first] == again == whole
    assert [brief.cached for brief in first] == [False] * 5


def test_what_is_unchanged_is_not_read_in_whole(run, shoot, read_whole):
    run(shoot)
    read_whole.clear()
    assert all(isinstance(brief, PhotoInBrief) for brief in run(shoot))
    assert read_whole == []


def test_photos_scored_without_briefs_get_them_on_the_next_run(run, shoot, read_whole):
    run(shoot, in_full=True)
    run(shoot)
    read_whole.clear()
    run(shoot)
    assert read_whole == []


def test_changed_touched_and_new_photos_are_told_in_their_place(run, shoot, draw_photo, judge):
    run(shoot)
    judge.judged.clear()
    draw_photo(shoot / "IMG_0001.JPG", seed=77)
    draw_photo(shoot / "IMG_0003a.JPG", seed=78)
    os.utime(shoot / "IMG_0002.JPG", ns=(1, 1))
    told = run(shoot)
    assert [brief.path.name for brief in told] == sorted(path.name for path in shoot.iterdir())
    assert [brief.path.name for brief in told if not brief.cached] == ["IMG_0001.JPG", "IMG_0003a.JPG"]
    assert sorted(judge.judged) == ["IMG_0001.JPG", "IMG_0003a.JPG"]


def test_a_photo_that_was_missing_is_known_again(run, shoot, catalog):
    run(shoot)
    away = (shoot / "IMG_0001.JPG").rename(shoot.parent / "away.jpg")
    run(shoot)
    away.rename(shoot / "IMG_0001.JPG")
    assert len(run(shoot)) == 5
    with open_catalog(catalog) as opened:
        assert opened.upkeep.missing_photos() == []


def test_an_unreadable_companion_is_told_each_time(run, shoot):
    (shoot / "IMG_0001.NEF").write_bytes(b"")
    kinds = [[type(told).__name__ for told in run(shoot)] for _ in range(2)]
    assert kinds[0] == kinds[1]
    assert "UnreadablePhoto" in kinds[0]


def test_all_are_judged_anew_where_that_is_asked_for(run, shoot, judge):
    run(shoot)
    judge.judged.clear()
    assert [brief.cached for brief in run(shoot, rescore=True)] == [False] * 5
    assert len(judge.judged) == 5


def test_a_photo_that_another_program_judged_anew_meanwhile_keeps_no_old_brief(run, shoot, catalog, draw_photo):
    photo, exif = shoot / "IMG_0000.JPG", Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:05:04 03:02:01"
    with closing(score_in_brief(ScoreRequest([shoot], catalog), Progress(), lambda _progress: None)) as told_first:
        assert next(told_first).capture_time is None
        draw_photo(photo, seed=0, exif=exif)  # the same picture
        (anew,) = run(photo, in_full=True)
        list(told_first)
    moment = datetime(2026, 5, 4, 3, 2, 1)
    assert in_brief(anew).capture_time == moment
    assert [run(photo)[0].capture_time for _ in range(2)] == [moment] * 2


def test_whatever_a_brief_depends_on_makes_another_one(monkeypatch):
    plain = load_profile("default")
    versions = known_briefs.assessor_versions()
    makers = {made_by(plain, DEFAULT_RATING_WEIGHTS), made_by(load_profile("portrait"), DEFAULT_RATING_WEIGHTS)}
    makers.add(made_by(replace(plain, problem_value_below=0.31), DEFAULT_RATING_WEIGHTS))
    for name, said in {
        "can_be_used": lambda _name: True,
        "weights_stamp": lambda _name: "others@0123456789ab",
        "embedder_stamp": lambda: "others@0123456789ab",
        "assessor_versions": lambda: {**versions, "focus": 99},
        "_digest_of_sources": lambda: "other rules",
    }.items():
        with monkeypatch.context() as changed:
            changed.setattr(known_briefs, name, said)
            makers.add(made_by(plain, DEFAULT_RATING_WEIGHTS))
    assert len(makers) == 8
    assert made_by(plain, DEFAULT_RATING_WEIGHTS) in makers


def test_where_briefs_cannot_be_kept_the_run_goes_on(run, shoot, monkeypatch):
    def refuse(*_):
        raise LockedCatalogError(shoot)

    monkeypatch.setattr("index.catalog.briefs.Briefs.store", refuse)
    assert len(run(shoot)) == len(run(shoot)) == 5
