"""A shoot is scored behind a cull's back."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time

import pytest

from assist_cli.give_way import LATER
from assist_cli.workflows.cull.open_session import open_session
from assist_cli.workflows.cull.scoring_thread import Listener, ScoringThread
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.see_shoot import ShootRequest
from index.catalog.database import open_catalog
from index.photo.errors import UnreadablePhoto
from scoring.groups.group import GroupKind
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.fake_judge import FakeJudge

LONG_S = 60.0
"""Longer than any of this takes, on whatever machine."""


class Ear:
    """Keeps what it hears."""

    def __init__(self):
        self.outcomes, self.advice, self.errors, self.counts = [], [], [], []
        self.over = threading.Event()
        self.listener = Listener(self._hear, self.advice.append, self._end)

    def _hear(self, outcomes, progress):
        self.outcomes += outcomes
        self.counts.append((progress.done, progress.total))

    def _end(self, error):
        self.errors.append(error)
        self.over.set()


@pytest.fixture
def ear():
    return Ear()


@pytest.fixture
def run(catalog, ear):
    threads = []

    def call(*paths, until_over=True, **options):
        thread = ScoringThread(ShootRequest(paths, catalog, workers=1, **options), ear.listener)
        threads.append(thread)
        thread.start()
        if until_over:
            assert ear.over.wait(LONG_S)
        return thread

    yield call
    for thread in threads:
        assert thread.stop(LONG_S)


def test_scores_then_advice_then_the_end_are_heard(run, ear, shoot, judge):
    shutil.copy(shoot / "IMG_0001.JPG", shoot / "IMG_0001 copy.JPG")
    (shoot / "IMG_0009.JPG").write_bytes(b"")
    run(shoot)
    assert len(judge.judged) == 6
    assert sorted(one.path.name for one in ear.outcomes if isinstance(one, UnreadablePhoto)) == ["IMG_0009.JPG"]
    assert ear.counts[-1] == (7, 7)
    assert ear.errors == [None]
    (advice,) = ear.advice
    said = advice.by_photo()
    copy, original = said[shoot / "IMG_0001 copy.JPG"], said[shoot / "IMG_0001.JPG"]
    assert copy.decision is Decision.REJECT_CANDIDATE
    assert copy.better == shoot / "IMG_0001.JPG"
    assert copy.kind is GroupKind.DUPLICATE
    assert copy.group_id == original.group_id is not None
    assert len(advice.scenes) == len(said) == 6


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ranks threads")
def test_judging_lets_the_screen_go_first(run, shoot, judge, monkeypatch):
    ranks, judged = [], judge.judge

    def judge_and_note(*given):
        ranks.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
        return judged(*given)

    monkeypatch.setattr(judge, "judge", judge_and_note)
    run(shoot)
    assert set(ranks) == {LATER}


def test_what_is_known_is_told_and_not_judged_again(run, ear, shoot, judge, score, draw_photo):
    score(shoot)
    draw_photo(shoot / "IMG_0007.JPG", 7)
    judge.judged.clear()
    run(shoot)
    assert judge.judged == ["IMG_0007.JPG"]
    assert [(one.path.name, one.cached) for one in ear.outcomes][-1] == ("IMG_0007.JPG", False)
    assert all(one.cached for one in ear.outcomes[:-1])
    assert len(ear.outcomes) == 6


def test_the_advice_is_kept(run, shoot, catalog, judge):  # noqa: ARG001 - set up first
    run(shoot)
    with open_session([shoot], catalog) as session:
        assert all(photo.advice is not None for photo in session.photos)


def test_a_session_takes_it_all_in(run, ear, shoot, catalog, judge):  # noqa: ARG001 - set up first
    run(shoot)
    with open_session([shoot], catalog) as session:
        session.go_to(shoot / "IMG_0003.JPG")
        assert len(session.take_in(ear.outcomes)) == 5
        session.take_in_advice(ear.advice[0].by_photo())
        assert session.current.path == shoot / "IMG_0003.JPG"
        assert session.counts().unscored == 0


def test_a_stop_ends_it_and_keeps_what_was_judged(run, ear, shoot, catalog, monkeypatch):
    slow = FakeJudge(0.2)
    monkeypatch.setattr("scoring.judge.open_judge", slow.opened)
    thread = run(shoot, until_over=False)
    until_s = time.monotonic() + LONG_S
    while not ear.outcomes and time.monotonic() < until_s:
        time.sleep(0.01)
    assert thread.stop(LONG_S)
    assert not thread.is_running
    assert 0 < len(slow.judged) < 5
    assert ear.advice == ear.errors == []
    with open_catalog(catalog) as opened:
        assert opened.count() >= len([one for one in ear.outcomes if isinstance(one, ScoredPhoto)])


def test_stopped_before_it_began_it_judges_nothing(catalog, ear, shoot, judge):
    thread = ScoringThread(ShootRequest([shoot], catalog, workers=1), ear.listener)
    assert thread.stop()
    thread.start()
    assert thread.stop(LONG_S)
    assert judge.judged == ear.outcomes == ear.advice == ear.errors == []


def test_what_goes_wrong_is_heard(run, ear, shoot, catalog):
    catalog.parent.mkdir(parents=True)
    catalog.write_bytes(b"no catalogue at all, but long enough to be looked at by SQLite" * 20)
    run(shoot)
    (error,) = ear.errors
    assert "not a catalogue" in str(error)
    assert error.hint


def test_a_folder_without_photos_is_heard_of(run, ear, tmp_path, judge):  # noqa: ARG001 - set up first
    (tmp_path / "empty").mkdir()
    run(tmp_path / "empty")
    assert "no photos" in str(ear.errors[0])
