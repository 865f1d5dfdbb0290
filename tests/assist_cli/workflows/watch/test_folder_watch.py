"""One watched folder: events, and sweeps that find what no event told."""

from __future__ import annotations

import os
import time
from typing import ClassVar

import pytest

from assist_cli.workflows.watch.folder_watch import LATE_S, FolderWatch
from assist_cli.workflows.watch.watch_request import Mode
from index.watch.events import Unwatchable
from index.watch.news import FileNews, NewsKind


class FakeEvents:
    """Tells what a test wants it to."""

    made: ClassVar[list] = []
    refuses_native: ClassVar[str] = ""

    def __init__(self, folders, heard, *, poll):
        self.folder, self.heard, self.poll = folders[0], heard, poll
        self.is_on = False
        self.made.append(self)

    def start(self):
        self.is_on = True
        return () if self.poll or not self.refuses_native else (Unwatchable(self.folder, self.refuses_native),)

    def tend(self):
        return ()

    def stop(self):
        self.is_on = False

    def tell(self, path):
        self.heard(FileNews(NewsKind.CLOSED, path, 0.0))


@pytest.fixture
def events(monkeypatch):
    class Events(FakeEvents):
        made: ClassVar[list] = []

    monkeypatch.setattr("assist_cli.workflows.watch.folder_watch.FolderEvents", Events)
    return Events


@pytest.fixture
def told() -> list:
    return []


@pytest.fixture
def watched(inbox, events, told, monkeypatch) -> FolderWatch:  # noqa: ARG001 - set up first
    # Files of a test are a moment old: here they count as late at once.
    monkeypatch.setattr("assist_cli.workflows.watch.folder_watch.LATE_S", 0.0)
    return FolderWatch(inbox, told.append, poll=False)


def heard(news):
    return [(one.kind, one.path.name) for one in news]


def test_a_sweep_finds_what_no_event_told(watched, arrive):
    watched.start()
    path = arrive("IMG_1.JPG", 1)
    assert heard(watched.sweep(is_routine=True)) == [(NewsKind.WRITTEN, "IMG_1.JPG")]
    assert watched.sweep(is_routine=True) == []
    path.unlink()
    assert heard(watched.sweep(is_routine=True)) == [(NewsKind.GONE, "IMG_1.JPG")]


def test_events_that_miss_photos_twice_in_a_row_are_not_trusted_any_more(watched, arrive, events):
    watched.start()
    for number in range(2):
        assert watched.watched_by.mode is Mode.EVENTS
        arrive(f"IMG_{number}.JPG", number)
        time.sleep(0.01)
        watched.sweep(is_routine=True)
    assert (watched.watched_by.mode, watched.watched_by.why) == (Mode.POLLING, "photos arrive there without an event")
    assert [(one.poll, one.is_on) for one in events.made] == [(False, False), (True, True)]


def test_events_that_come_are_trusted(watched, arrive, events, told):
    watched.start()
    for number in range(4):
        events.made[0].tell(arrive(f"IMG_{number}.JPG", number))
        time.sleep(0.01)
        watched.sweep(is_routine=True)
    assert watched.watched_by.mode is Mode.EVENTS
    assert len(told) == 4


def test_a_sweep_that_was_asked_for_blames_nobody(watched, arrive):
    watched.start()
    for number in range(4):
        arrive(f"IMG_{number}.JPG", number)
        time.sleep(0.01)
        watched.sweep(is_routine=False)
    assert watched.watched_by.mode is Mode.EVENTS


def test_permissions_and_times_that_somebody_sets_blame_nobody(watched, arrive):
    path = arrive("IMG_1.JPG", 1)
    watched.start()
    for moment in range(1, 4):
        os.utime(path, (moment, moment))
        time.sleep(0.01)
        assert heard(watched.sweep(is_routine=True)) == [(NewsKind.WRITTEN, "IMG_1.JPG")]
    assert watched.watched_by.mode is Mode.EVENTS


def test_an_event_may_be_a_moment_late(inbox, events, arrive):  # noqa: ARG001 - set up first
    watched = FolderWatch(inbox, lambda _news: None, poll=False)
    watched.start()
    assert LATE_S > 0
    for number in range(4):
        arrive(f"IMG_{number}.JPG", number)
        watched.sweep(is_routine=True)
    assert watched.watched_by.mode is Mode.EVENTS


def test_what_could_not_be_followed_is_news_when_it_is_found_again(watched, arrive):
    path = arrive("IMG_1.JPG", 1)
    watched.start()
    assert watched.sweep(is_routine=True) == []
    watched.forget([path])
    assert heard(watched.sweep(is_routine=True)) == [(NewsKind.WRITTEN, "IMG_1.JPG")]


def test_where_the_system_refuses_events_the_folder_is_polled_and_says_why(watched, events):
    events.refuses_native = "the system's limit of watched folders is reached"
    watched.start()
    assert (watched.watched_by.mode, watched.watched_by.why) == (Mode.POLLING, events.refuses_native)
    assert [one.is_on for one in events.made] == [False, True]


def test_a_folder_that_is_not_there_for_a_while_loses_nothing(watched, arrive, inbox):
    arrive("IMG_1.JPG", 1)
    watched.start()
    os.rename(inbox, inbox.with_name("away"))  # noqa: PTH104 - the fixture's path stays
    assert watched.sweep(is_routine=True) == []
    os.rename(inbox.with_name("away"), inbox)  # noqa: PTH104 - likewise
    assert watched.sweep(is_routine=True) == []
