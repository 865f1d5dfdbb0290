"""Advice follows behind the scoring, a moment later, and holds up nothing."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from assist_cli.workflows.watch import advice_thread
from assist_cli.workflows.watch.advice_thread import AdviceThread
from assist_cli.workflows.watch.watch_request import Revision
from assist_cli.workflows.write_sidecars import WrittenShoot
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.watch.watched import LONG_S

PHOTOS = [Path(f"/in/IMG_{number}.JPG") for number in range(3)]


class FakeShoot:
    """Advises to keep whatever it is asked about."""

    def __init__(self):
        self.asked, self.error = [], None

    def revise(self, touched):
        self.asked.append(list(touched))
        if self.error is not None:
            raise self.error
        return [Revision(path, None, Decision.KEEPER, 70.0, ()) for path in touched]


@pytest.fixture
def shoot():
    return FakeShoot()


@pytest.fixture
def told():
    return threading.Event()


@pytest.fixture
def backed_up():
    return threading.Event()


@pytest.fixture
def thread(shoot, told, backed_up, monkeypatch):
    monkeypatch.setattr(advice_thread, "QUIET_S", 0.05)
    thread = AdviceThread(shoot, None, backed_up.is_set, told.set)
    thread.start()
    yield thread
    thread.end(LONG_S)


def test_photos_that_come_together_are_advised_on_together(thread, shoot, told):
    for path in PHOTOS:
        thread.touch([path])
    assert told.wait(LONG_S)
    (advised,) = thread.collect()
    assert [one.path for one in advised.revisions] == PHOTOS
    assert shoot.asked == [PHOTOS]
    assert thread.is_idle


def test_what_is_left_at_the_end_is_advised_on(thread, shoot, monkeypatch):
    monkeypatch.setattr(advice_thread, "QUIET_S", LONG_S)
    thread.touch(PHOTOS[:1])
    (advised,) = thread.end(LONG_S)
    assert [one.path for one in advised.revisions] == PHOTOS[:1]
    assert shoot.asked == [PHOTOS[:1]]


def test_while_photos_wait_to_be_judged_advice_waits_and_then_comes_at_once(thread, told, backed_up):
    backed_up.set()
    thread.touch(PHOTOS)
    time.sleep(0.3)
    assert not told.is_set()
    assert not thread.is_idle
    backed_up.clear()
    assert told.wait(LONG_S)


def until_advised(thread, told):
    """What the next round gave."""
    assert told.wait(LONG_S)
    told.clear()
    (advised,) = thread.collect()
    return advised


def test_a_round_that_failed_is_told_and_comes_again_with_what_came_meanwhile(thread, shoot, told, monkeypatch):
    monkeypatch.setattr(advice_thread, "AGAIN_S", (0.2,))
    shoot.error = OSError(28, "No space left on device")
    thread.touch(PHOTOS[:1])
    advised = until_advised(thread, told)
    assert (advised.error, advised.outlook) == (shoot.error, "trying again")
    assert not thread.is_idle
    shoot.error = None
    thread.touch(PHOTOS[1:])
    advised = until_advised(thread, told)
    assert advised.error is None
    assert [one.path for one in advised.revisions] == PHOTOS
    assert thread.is_idle


def test_a_round_that_fails_again_and_again_is_given_up_and_the_next_photos_get_their_own(
    thread, shoot, told, monkeypatch
):
    monkeypatch.setattr(advice_thread, "AGAIN_S", (0.01, 0.01))
    shoot.error = ValueError("a photo that nobody can group")
    thread.touch(PHOTOS[:1])
    outlooks = [until_advised(thread, told).outlook for _ in range(3)]
    assert outlooks[:2] == ["trying again", "trying again"]
    assert "given up" in outlooks[2]
    assert thread.is_idle
    shoot.error = None
    thread.touch(PHOTOS[1:])
    assert [one.path for one in until_advised(thread, told).revisions] == PHOTOS[1:]


def test_a_last_round_that_fails_leaves_its_photos_to_the_next_watch(thread, shoot, monkeypatch):
    monkeypatch.setattr(advice_thread, "QUIET_S", LONG_S)
    shoot.error = OSError(28, "No space left on device")
    thread.touch(PHOTOS)
    (advised,) = thread.end(LONG_S)
    assert "next watch" in advised.outlook
    assert not thread.is_idle
    assert shoot.asked == [PHOTOS]


class FullDisk:
    """Sidecars for which there is room the second time."""

    def __init__(self):
        self.asked = []

    def write(self, photos):
        self.asked.append(list(photos))
        if len(self.asked) == 1:
            raise OSError(28, "No space left on device")
        return WrittenShoot()


def test_where_sidecars_fail_the_advice_is_told_at_once_and_the_sidecars_come_later(shoot, told, monkeypatch):
    monkeypatch.setattr(advice_thread, "QUIET_S", 0.05)
    monkeypatch.setattr(advice_thread, "AGAIN_S", (0.05,))
    disk = FullDisk()
    thread = AdviceThread(shoot, disk, lambda: False, told.set)
    thread.touch(PHOTOS[:1])
    thread.start()
    try:
        advised = until_advised(thread, told)
        assert [one.path for one in advised.revisions] == PHOTOS[:1]
        assert advised.written is None
        assert until_advised(thread, told).written == WrittenShoot()
    finally:
        thread.end(LONG_S)
    assert disk.asked == [PHOTOS[:1]] * 2
