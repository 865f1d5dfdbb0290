"""A run over a folder: what is judged, what is known from before, in which order it is told."""

import os
import shutil
import threading
from contextlib import closing
from types import MappingProxyType

import pytest
from PIL import Image

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.catalog.database import open_catalog
from index.photo.errors import FailureKind, UnreadablePhoto
from tests.assist_cli.fake_judge import BUGGY_NAME, FakeJudge

LONG_S = 60.0


def names(outcomes):
    return [outcome.path.name for outcome in outcomes]


def cached(outcomes):
    return [outcome.cached for outcome in outcomes]


def test_every_photo_is_judged_once_and_kept(score, judge, shoot, catalog):
    outcomes = score(shoot)
    assert cached(outcomes) == [False] * 5
    assert sorted(judge.judged) == names(outcomes)
    with open_catalog(catalog) as kept:
        assert kept.count() == 5


def test_a_second_run_answers_from_the_catalogue_with_the_same_numbers(score, judge, shoot):
    first, judged = score(shoot), list(judge.judged)
    again = score(shoot)
    assert cached(again) == [True] * 5
    assert judge.judged == judged
    assert [photo.score for photo in again] == [photo.score for photo in first]
    assert [photo.quality for photo in again] == [photo.quality for photo in first]
    assert [photo.record for photo in again] == [photo.record for photo in first]
    assert [dict(photo.assessments) for photo in again] == [dict(photo.assessments) for photo in first]


def test_only_new_and_changed_photos_are_judged_again(score, judge, shoot, draw_photo):
    score(shoot)
    judge.judged.clear()
    draw_photo(shoot / "IMG_0002.JPG", seed=77)
    draw_photo(shoot / "IMG_0009.JPG", seed=9)
    score(shoot)
    assert sorted(judge.judged) == ["IMG_0002.JPG", "IMG_0009.JPG"]


def test_a_touched_photo_with_the_same_picture_is_recognised(score, judge, shoot):
    score(shoot)
    judge.judged.clear()
    os.utime(shoot / "IMG_0002.JPG", ns=(1, 1))
    assert cached(score(shoot)) == [True] * 5
    assert judge.judged == []


def test_a_renamed_photo_keeps_its_numbers_under_its_new_name(score, judge, shoot):
    before = score(shoot)[1]
    judge.judged.clear()
    (shoot / "IMG_0001.JPG").rename(shoot / "wedding.jpg")
    (after,) = [outcome for outcome in score(shoot) if outcome.path.name == "wedding.jpg"]
    assert judge.judged == []
    assert after.score == before.score
    assert cached(score(shoot)) == [True] * 5


def test_the_old_name_of_a_renamed_photo_is_forgotten(score, shoot, catalog):
    score(shoot)
    (shoot / "IMG_0001.JPG").rename(shoot / "wedding.jpg")
    score(shoot)
    with open_catalog(catalog) as kept:
        assert kept.photo_at(shoot / "IMG_0001.JPG") is None
        assert kept.photo_at(shoot / "wedding.jpg") is not None
        assert kept.count() == 5


def test_a_copy_is_known_beside_its_original(score, judge, shoot, catalog):
    score(shoot)
    judge.judged.clear()
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "copy.jpg")
    score(shoot)
    assert judge.judged == []
    with open_catalog(catalog) as kept:
        assert kept.photo_at(shoot / "IMG_0001.JPG") is not None
        assert kept.count() == 6


def test_a_photo_copied_from_a_drive_that_is_unplugged_is_known_in_both_places(score, shoot, tmp_path, catalog):
    card = shoot.rename(tmp_path / "card")
    score(card)
    shutil.copytree(card, tmp_path / "disk")
    card.rename(tmp_path / "unplugged")
    score(tmp_path / "disk")
    with open_catalog(catalog) as kept:
        assert kept.count() == 10


def test_a_copy_with_another_orientation_is_judged(score, judge, shoot, draw_photo):

    score(shoot)
    judge.judged.clear()
    exif = Image.Exif()
    exif[0x0112] = 6
    draw_photo(shoot / "turned.jpg", seed=1, exif=exif)
    score(shoot)
    assert judge.judged == ["turned.jpg"]


def test_rescore_judges_what_is_known(score, judge, shoot):
    score(shoot)
    judge.judged.clear()
    assert cached(score(shoot, rescore=True)) == [False] * 5
    assert len(judge.judged) == 5


@pytest.mark.parametrize("workers", [1, 4])
def test_outcomes_come_in_one_order_for_any_number_of_workers(score, shoot, workers, judge, monkeypatch):
    def slow_first(asset, judge_it=judge.judge):
        if asset.path.name == "IMG_0000.JPG":
            os.sched_yield()
        return judge_it(asset)

    monkeypatch.setattr(judge, "judge", slow_first)
    assert names(score(shoot, workers=workers)) == [f"IMG_{number:04d}.JPG" for number in range(5)]


def test_one_and_four_workers_say_the_same(score, shoot):
    alone = score(shoot, workers=1, rescore=True)
    together = score(shoot, workers=4, rescore=True)
    assert [(p.path, p.score, dict(p.assessments)) for p in alone] == [
        (p.path, p.score, dict(p.assessments)) for p in together
    ]


def test_an_unreadable_photo_takes_its_turn_and_is_tried_again(score, shoot):
    (shoot / "IMG_0002.JPG").write_bytes(b"")
    for _run in range(2):
        outcomes = score(shoot)
        assert names(outcomes)[2] == "IMG_0002.JPG"
        assert isinstance(outcomes[2], UnreadablePhoto)
        assert outcomes[2].kind is FailureKind.EMPTY


def test_a_bug_in_one_photo_costs_only_that_photo(score, shoot, draw_photo):
    draw_photo(shoot / BUGGY_NAME)
    bug, *others = score(shoot)
    assert (bug.kind, bug.message) == (FailureKind.UNEXPECTED, "ZeroDivisionError: no pixels")
    assert [isinstance(outcome, ScoredPhoto) for outcome in others] == [True] * 5


@pytest.mark.usefixtures("judge")
def test_a_photo_that_takes_long_delays_only_itself(catalog, shoot):
    others_are_known = threading.Event()

    class Slow(FakeJudge):
        def judge(self, asset, known=MappingProxyType({})):
            if asset.path.name == "IMG_0000.JPG":
                assert others_are_known.wait(LONG_S)
            return super().judge(asset, known)

    def heard(progress):
        if progress.done == 4:
            others_are_known.set()

    request = ScoreRequest([shoot], catalog, workers=2, open_judge=lambda _device, _weights: Slow().judge)
    outcomes = list(score_photos(request, Progress(), heard))
    assert names(outcomes) == [f"IMG_000{place}.JPG" for place in range(5)]
    assert cached(outcomes) == [False] * 5


def test_stopping_early_keeps_what_was_finished(catalog, shoot):
    with closing(score_photos(ScoreRequest([shoot], catalog, workers=1), Progress(), lambda _progress: None)) as run:
        next(run)
    with open_catalog(catalog) as kept:
        assert kept.photo_at(shoot / "IMG_0000.JPG") is not None


@pytest.mark.usefixtures("judge")
def test_progress_counts_every_photo(catalog, shoot):
    (shoot / "IMG_0004.JPG").write_bytes(b"")
    progress, heard = Progress(), []
    with closing(score_photos(ScoreRequest([shoot], catalog), progress, lambda p: heard.append(p.done))) as outcomes:
        list(outcomes)
    assert (progress.total, progress.scored, progress.cached, progress.failed) == (5, 4, 0, 1)
    assert heard == [1, 2, 3, 4, 5]
