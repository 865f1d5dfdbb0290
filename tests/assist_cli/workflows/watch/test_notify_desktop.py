"""When a note is shown, and what it says."""

from pathlib import Path

import pytest

from assist_cli.workflows.watch.note_commands import notifier_of
from assist_cli.workflows.watch.notify_desktop import LONGEST_S, QUIET_S, DesktopNotes
from assist_cli.workflows.watch.side_commands import Command, CommandFailure
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Revision
from scoring.ranking.picks.choice import Decision
from tests.assist_cli.workflows.watch.made_news import arrived, unreadable


class FakeCommands:
    def __init__(self):
        self.notes, self.failed, self.is_over = [], [], False

    def put(self, _key, command):
        self.notes.append(command.arguments[-1])

    def failures(self):
        failed, self.failed = self.failed, []
        return failed

    def end(self, _grace_s):
        self.is_over = True


class Desk:
    def __init__(self):
        self.now_s, self.told, self.commands = 100.0, [], FakeCommands()
        self.notes = DesktopNotes(notifier_of("linux"), self.told.append, self.commands, lambda: self.now_s)

    def pass_time(self, seconds):
        self.now_s += seconds
        self.notes.tick(Totals())


@pytest.fixture
def desk(tmp_path, monkeypatch):
    program = tmp_path / "notify-send"
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    desk = Desk()
    desk.notes.started(())
    return desk


def test_five_hundred_photos_are_one_note(desk):
    for number in range(500):
        path = Path(f"/shoot/{number}.jpg")
        desk.notes.scored(arrived(path))
        desk.notes.revised([Revision(path, None, Decision.KEEPER if number % 2 else Decision.ALTERNATE, 50.0, ())])
        desk.pass_time(0.5)
    assert desk.commands.notes == []
    desk.pass_time(QUIET_S)
    desk.pass_time(QUIET_S)
    assert desk.commands.notes == ["500 photos scored: 250 to keep"]


def test_last_decision_of_a_photo_counts(desk):
    desk.notes.scored(arrived("/a.jpg"))
    desk.notes.revised([Revision(Path("/a.jpg"), None, Decision.KEEPER, 50.0, ())])
    desk.notes.revised([Revision(Path("/a.jpg"), Decision.KEEPER, Decision.REJECT_CANDIDATE, 50.0, ())])
    desk.pass_time(QUIET_S)
    assert desk.commands.notes == ["a.jpg scored: 1 reject candidate"]


def test_stream_without_a_pause_is_told_now_and_then(desk):
    for _ in range(int(LONGEST_S) + 1):
        desk.notes.scored(arrived("/a.jpg"))
        desk.pass_time(1.0)
    assert len(desk.commands.notes) == 1


def test_new_advice_on_photos_of_an_earlier_lot_is_no_reason_for_a_note(desk):
    desk.notes.revised([Revision(Path("/a.jpg"), Decision.KEEPER, Decision.ALTERNATE, 50.0, ())])
    desk.pass_time(LONGEST_S)
    assert desk.commands.notes == []


def test_photo_that_cannot_be_read_is_told_once_it_is_given_up(desk):
    desk.notes.unread(unreadable("/a.jpg"), 2.0)
    desk.pass_time(QUIET_S)
    assert desk.commands.notes == []
    desk.notes.unread(unreadable("/a.jpg"), None)
    desk.pass_time(QUIET_S)
    assert desk.commands.notes == ["a.jpg could not be read: it ends before its last pixel"]


def test_folder_that_goes_and_comes_back_is_told_at_once(desk):
    desk.notes.folder_gone(Path("/media/<CARD>"))
    desk.notes.folder_back(Path("/media/<CARD>"))
    assert desk.commands.notes == [
        "/media/&lt;CARD&gt; is gone; waiting for it to come back",
        "/media/&lt;CARD&gt; is back",
    ]


def test_end_of_a_watch_loses_no_note(desk):
    desk.notes.scored(arrived("/a.jpg"))
    desk.notes.ended(Totals(), ())
    assert desk.commands.notes == ["a.jpg scored"]
    assert desk.commands.is_over


def test_program_that_is_absent_is_one_line_told_once(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    desk = Desk()
    desk.notes.started(())
    for number in range(3):
        desk.notes.scored(arrived(f"/{number}.jpg"))
        desk.pass_time(QUIET_S)
    assert desk.commands.notes == []
    assert desk.told == [
        "no notifications: notify-send is not installed; install libnotify (Debian and Ubuntu: libnotify-bin)"
    ]


def test_program_that_fails_is_told_once_and_left_alone(desk):
    desk.commands.failed = [CommandFailure("x", Command(("notify-send",)), "ended with exit code 1")] * 2
    desk.pass_time(1.0)
    desk.notes.folder_back(Path("/a"))
    assert desk.told == ["no notifications: notify-send ended with exit code 1"]
    assert desk.commands.notes == []
