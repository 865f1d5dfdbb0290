"""Watched folders are looked after in a thread of their own, whatever the disk does."""

from __future__ import annotations

import time

import pytest

from assist_cli.workflows.watch import folder_patrol
from assist_cli.workflows.watch.folder_patrol import FolderPatrol, Swept
from assist_cli.workflows.watch.folder_watch import FolderWatch
from assist_cli.workflows.watch.news_queue import NewsQueue
from index.watch.news import NewsKind
from tests.assist_cli.workflows.watch.watched import LONG_S


@pytest.fixture
def queue() -> NewsQueue:
    return NewsQueue()


@pytest.fixture
def patrol(inbox, queue, monkeypatch):
    monkeypatch.setattr(folder_patrol, "TEND_S", 0.02)
    monkeypatch.setattr(folder_patrol, "SHARE", 0)
    patrol = FolderPatrol([inbox], queue, poll=False, sweep_s=0.05)
    yield patrol
    patrol.stop()


def until(queue, wanted):
    """All news up to the first that is wanted."""
    heard, until_s = [], time.monotonic() + LONG_S
    while not any(map(wanted, heard)):
        assert time.monotonic() < until_s
        queue.wait(0.1)
        heard += queue.drain(100)
    return heard


def is_swept(item):
    return isinstance(item, Swept)


def test_the_start_tells_what_lies_there(patrol, arrive):
    path = arrive("IMG_1.JPG", 1)
    ((_, listing),) = patrol.start()
    assert list(listing.files) == [path]


def test_sweeps_say_up_to_when_everything_is_told(patrol, queue, inbox):
    patrol.start()
    before_ns = time.time_ns()
    swept = [
        item for item in until(queue, lambda item: is_swept(item) and item.before_ns > before_ns) if is_swept(item)
    ]
    assert swept[-1].folder == inbox
    assert before_ns < swept[-1].before_ns <= time.time_ns()


def test_what_was_lost_is_found_when_somebody_asks(patrol, queue, inbox, arrive):
    path = arrive("IMG_1.JPG", 1)
    patrol.start()
    patrol.forget(inbox, [path])
    patrol.look_again(inbox)
    news = until(queue, lambda item: getattr(item, "path", None) == path)
    assert [item.kind for item in news if getattr(item, "path", None) == path] == [NewsKind.WRITTEN]


def test_a_start_that_fails_is_told_to_whoever_started_it(patrol, monkeypatch):
    def broken(_watched):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(FolderWatch, "start", broken)
    with pytest.raises(OSError, match="Input/output"):
        patrol.start()


def test_a_round_that_fails_is_followed_by_another(patrol, queue, monkeypatch, caplog):
    patrol.start()
    really, failed = FolderWatch.sweep, []

    def once_broken(watched, *, is_routine):
        if not failed:
            failed.append(True)
            raise OSError(5, "Input/output error")
        return really(watched, is_routine=is_routine)

    monkeypatch.setattr(FolderWatch, "sweep", once_broken)
    deadline_s = time.monotonic() + LONG_S
    while not failed:
        assert time.monotonic() < deadline_s
        time.sleep(0.01)
    now_ns = time.time_ns()
    until(queue, lambda item: is_swept(item) and item.before_ns > now_ns)
    assert "Input/output error" in caplog.text
