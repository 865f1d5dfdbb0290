"""A watch in words."""

from pathlib import Path

from assist_cli.render.watch_words import counts, decision_word, from_home, how_watched
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from tests.assist_cli.workflows.watch.made_news import REJECT


def test_decisions_have_the_words_of_picks():
    assert (decision_word(REJECT), decision_word(None)) == ("reject?", "-")


def test_mode_is_told_with_the_reason():
    told = [
        how_watched(WatchedBy(Path("/a"), *how)) for how in ((Mode.EVENTS,), (Mode.POLLING,), (Mode.POLLING, "nfs"))
    ]
    assert told == ["events", "looking every second", "looking every second: nfs"]


def test_folders_at_home_are_short_and_safe(monkeypatch):
    monkeypatch.setenv("HOME", "/home/me")
    assert [from_home(Path(one)) for one in ("/home/me/x\x1b[2J", "/home/meet", "/home/me")] == [
        "~/x?[2J",
        "/home/meet",
        "~",
    ]


def test_counts_are_grammatical_and_say_only_what_there_is():
    assert counts(Totals(scored=1)) == "1 photo scored"
    told = counts(Totals(scored=1412, known=3, unread=2, revised=1, sidecars=5))
    assert told == "1,412 photos scored, 3 known before, advice revised 1 time, 5 sidecars written; 2 unreadable"
