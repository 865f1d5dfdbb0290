"""From news to files that are ready to be judged; the clock is given."""

from __future__ import annotations

import shutil

import pytest

from assist_cli.workflows.watch.intake import Intake
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from index.photo.errors import FailureKind, UnreadablePhoto
from index.watch.news import FileNews, NewsKind
from index.watch.settling import PATIENCE_S


@pytest.fixture
def intake(inbox) -> Intake:
    return Intake(WatchedBy(inbox, Mode.EVENTS))


def closed(path, at_s=0.0, moved_from=None):
    kind = NewsKind.CLOSED if moved_from is None else NewsKind.MOVED_HERE
    return FileNews(kind, path, at_s, moved_from)


def test_a_closed_photo_is_ready_at_once(intake, arrive):
    path = arrive("IMG_1.JPG", 1)
    intake.hear(closed(path), 5.0)
    assert intake.due_at() == 5.0
    (arrival,) = intake.ready(5.0, 10)
    assert (arrival.path, arrival.since_s, arrival.is_told) == (path, 5.0, False)
    assert not intake.is_idle
    intake.done(path)
    assert intake.is_idle


def test_no_more_are_given_than_there_is_room_for(intake, arrive):
    for number in range(5):
        intake.hear(closed(arrive(f"IMG_{number}.JPG", number)), 0.0)
    assert len(intake.ready(0.0, 2)) == 2
    assert intake.ready(0.0, 0) == []
    assert len(intake.ready(0.0, 10)) == 3


def test_what_was_there_before_us_is_told_and_has_no_latency(intake, arrive):
    intake.find([arrive("IMG_1.JPG", 1)], 0.0)
    assert intake.ready(0.0, 10) == []  # nobody told that it is closed
    (arrival,) = intake.ready(1.0, 10)
    assert (arrival.since_s, arrival.is_told) == (None, True)


def test_a_renamed_photo_says_what_it_was_called(intake, arrive):
    path = arrive("new.jpg", 1)
    intake.hear(closed(path, moved_from=path.with_name("old.jpg")), 0.0)
    (arrival,) = intake.ready(0.0, 10)
    assert [key[1] for key in arrival.keys] == ["new", "old"]


def test_trouble_that_may_pass_is_ready_again_after_its_pause(intake, arrive):
    path = arrive("IMG_1.JPG", 1)
    locked = UnreadablePhoto(path, FailureKind.PERMISSION, "permission denied")
    assert intake.unreadable(locked, 10.0) == (0.5, True)
    assert intake.ready(10.4, 10) == []
    assert [arrival.path for arrival in intake.ready(10.5, 10)] == [path]
    assert intake.unreadable(locked, 10.5) == (1.0, False)


def test_what_was_given_up_is_not_read_again_until_it_changes(intake, arrive):
    path = arrive("IMG_1.JPG", 1)
    assert intake.unreadable(UnreadablePhoto(path, FailureKind.CORRUPT, "damaged"), 0.0) == (None, True)
    intake.hear(closed(path), 1.0)
    assert intake.ready(1.0, 10) == []
    assert intake.is_idle
    arrive("IMG_1.JPG", 2)
    intake.hear(closed(path), 2.0)
    assert [arrival.path for arrival in intake.ready(2.0, 10)] == [path]


def test_of_a_folder_that_goes_what_was_under_way_is_given_back(intake, arrive, inbox):
    inside, outside = arrive("card/IMG_1.JPG", 1), arrive("IMG_2.JPG", 2)
    for path in (inside, outside):
        intake.hear(closed(path), 0.0)
    shutil.rmtree(inbox / "card")
    assert intake.lose(inbox / "card", 0.0) == [inside]
    assert [arrival.path for arrival in intake.ready(0.0, 10)] == [outside]


def test_a_file_that_nobody_may_look_at_is_judged_to_be_told_why(inbox, arrive, monkeypatch):
    path = arrive("IMG_1.JPG", 1)

    def forbidden(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("assist_cli.workflows.watch.intake.look_at", forbidden)
    intake = Intake(WatchedBy(inbox, Mode.EVENTS))
    intake.hear(closed(path), 0.0)
    assert intake.ready(PATIENCE_S / 2, 10) == []
    assert [arrival.path for arrival in intake.ready(PATIENCE_S + 1, 10)] == [path]


def test_a_photo_that_went_away_unheard_is_waited_for_no_longer(intake, inbox):
    intake.hear(closed(inbox / "never.jpg"), 0.0)
    assert intake.ready(0.0, 10) == []
    assert not intake.is_idle
    intake.rest()
    assert intake.is_idle
