"""Advice follows behind the scoring, a moment later, and holds up nothing."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from assist_cli.workflows.watch import advice_thread
from assist_cli.workflows.watch.advice_thread import AdviceThread
from assist_cli.workflows.watch.watch_request import Revision
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


def test_an_error_is_told_and_the_next_round_comes(thread, shoot, told):
    shoot.error = OSError(28, "No space left on device")
    thread.touch(PHOTOS[:1])
    assert told.wait(LONG_S)
    assert [advised.error for advised in thread.collect()] == [shoot.error]
    told.clear()
    shoot.error = None
    thread.touch(PHOTOS[1:])
    assert told.wait(LONG_S)
    assert [advised.error for advised in thread.collect()] == [None]
