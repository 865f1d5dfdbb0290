"""What a watch says besides its photos."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from assist_cli.render.watch_log import WatchLog
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from index.photo.errors import FailureKind
from tests.assist_cli.workflows.watch.made_news import unreadable, written


def told(*, quiet=False, width=400):
    stream = io.StringIO()
    log = WatchLog(Console(file=stream, width=width, highlight=False), quiet=quiet)
    log.started([WatchedBy(Path("/a"), Mode.EVENTS), WatchedBy(Path("/n"), Mode.POLLING, "nfs brings no events")])
    log.unread(unreadable("/a/x.jpg"), 2.0)
    log.unread(unreadable("/a/x\x1b.jpg"), None)
    log.folder_gone(Path("/a"))
    log.folder_back(Path("/a"))
    log.trouble("[bold]no markup[/]")
    log.polls(WatchedBy(Path("/a"), Mode.POLLING, "no events came"))
    log.written(written())
    log.written(written())
    log.ended(Totals(scored=2, unread=1), [unreadable("/a/x.jpg")])
    return stream.getvalue().splitlines()


def test_everything_is_a_line_with_its_time():
    lines = told()
    assert [line[10:] for line in lines[:-5]] == [
        "watching /a",
        "watching /n, looking every second: nfs brings no events",
        "/a/x.jpg: it ends before its last pixel; trying again",
        "/a/x?.jpg: it ends before its last pixel; the file ends early; copy it again from the card",
        "/a is gone; waiting for it to come back",
        "/a is back",
        "[bold]no markup[/]",
        "/a: looking every second: no events came",
        "sidecars are written; once the watch has ended: assist undo --run 2026-11-22-1 takes them back",
    ]
    assert lines[-5] == "1 could not be read"
    assert lines[-2:] == [
        "2 photos scored; 1 unreadable",
        "take the sidecars back with: assist undo --run 2026-11-22-1",
    ]


def test_quiet_tells_problems_alone():
    lines = told(quiet=True)
    assert not any("watching" in line or "scored" in line or "trying" in line for line in lines)
    assert any("is gone" in line for line in lines)
    assert "1 could not be read" in lines


def test_why_a_photo_cannot_be_read_is_not_told_twice():
    stream = io.StringIO()
    log = WatchLog(Console(file=stream, width=400, highlight=False), quiet=False)
    log.unread(unreadable("/a/x.heic", FailureKind.CORRUPT, "the picture data is damaged: no meta box"), None)
    (line,) = stream.getvalue().splitlines()
    assert line.count("the picture data is damaged") == 1
    assert "try the original" in line


def test_a_run_that_could_write_nothing_is_not_told_as_written():
    stream = io.StringIO()
    log = WatchLog(Console(file=stream, width=400, highlight=False), quiet=False)
    log.written(written(sidecars=0))
    log.ended(Totals(scored=2), [])
    assert stream.getvalue().splitlines() == ["2 photos scored"]


@pytest.mark.parametrize("width", [20, 80])
def test_log_of_any_width_keeps_one_line_an_event(width):
    stream = io.StringIO()
    log = WatchLog(Console(file=stream, width=width, soft_wrap=True), quiet=False)
    log.trouble("word " * 50)
    assert len(stream.getvalue().splitlines()) == 1
