"""Who shows a watch: the screen on a terminal, lines elsewhere."""

import io

import pytest
from rich.console import Console

from assist_cli.commands.watch_view import watch_view


class Stream(io.StringIO):
    def __init__(self, *, is_terminal):
        super().__init__()
        self.isatty = lambda: is_terminal


@pytest.mark.parametrize(
    ("options", "has_screen", "has_terminal", "shown"),
    [
        ({}, True, True, ["WatchScreen"]),
        ({}, True, False, ["WatchLines", "WatchScreen"]),
        ({}, False, True, ["WatchLines", "WatchLog"]),
        ({"quiet": True}, True, True, ["WatchLines", "WatchLog"]),
        ({"jsonl": True}, True, True, ["WatchObjects", "WatchLog"]),
        ({"jsonl": True}, True, False, ["WatchObjects", "WatchScreen"]),
        ({"jsonl": True}, False, False, ["WatchObjects", "WatchLog"]),
    ],
)
def test_screen_takes_a_terminal_that_nothing_else_needs(options, has_screen, has_terminal, shown, monkeypatch):
    console = Console(file=io.StringIO(), force_terminal=has_screen)
    monkeypatch.setattr("assist_cli.console.talk", lambda: console)
    with watch_view(Stream(is_terminal=has_terminal), **{"jsonl": False, "quiet": False} | options) as listeners:
        assert [type(one).__name__ for one in listeners] == shown


def test_dumb_terminal_gets_lines(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("assist_cli.console.talk", lambda: Console(file=io.StringIO(), force_terminal=True))
    with watch_view(Stream(is_terminal=True), jsonl=False, quiet=False) as listeners:
        assert [type(one).__name__ for one in listeners] == ["WatchLines", "WatchLog"]
