"""What a screen knows of a watch."""

from pathlib import Path

import pytest

from assist_cli.render.watch_facts import PROBLEMS, RECENT, WatchFacts
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from index.photo.errors import HINTS, FailureKind
from tests.assist_cli.workflows.watch.made_news import ALTERNATE, KEEPER, WEAKEST, arrived, revision, unreadable


@pytest.fixture
def facts():
    return WatchFacts(lambda: 5.0)


def test_latest_photo_is_told_with_the_latest_decision(facts):
    facts.scored(arrived("/a.jpg"))
    assert (facts.last.decision, facts.last.reason) == (None, WEAKEST)
    facts.revised([revision("/a.jpg", KEEPER)])
    assert (facts.last.decision, facts.last.before, facts.last.reason) == (KEEPER, None, "sharpest of 3; eyes open")
    facts.revised([revision("/a.jpg", ALTERNATE, KEEPER, ["softer than b.jpg"])])
    assert (facts.last.decision, facts.last.before, facts.last.reason) == (ALTERNATE, KEEPER, "softer than b.jpg")


def test_usual_latency_is_the_median_and_known_photos_have_none(facts):
    for latency_s in (0.1, 0.3, 0.2, None):
        facts.scored(arrived("/a.jpg", latency_s))
    assert facts.usual_latency_s == 0.2


def test_photo_that_can_be_read_after_all_is_no_problem_any_more(facts):
    facts.unread(unreadable("/a.jpg"), 1.0)
    assert "trying again" in facts.problems["/a.jpg"].words
    facts.scored(arrived("/a.jpg"))
    assert not facts.problems


def test_problem_says_what_to_do_and_nothing_twice(facts):
    facts.unread(unreadable("/a\x1b.jpg"), None)
    facts.unread(unreadable("/b.jpg", message="the file ends early"), None)
    hint = HINTS[FailureKind.TRUNCATED]
    assert [one.words for one in facts.problems.values()] == [
        f"a?.jpg: it ends before its last pixel; {hint}",
        f"b.jpg: {hint}",
    ]


def test_folder_goes_and_comes_back_with_its_mode(facts):
    watched = WatchedBy(Path("/a"), Mode.POLLING, "nfs")
    facts.started([watched])
    facts.folder_gone(Path("/a"))
    assert (facts.folders[Path("/a")].is_gone, facts.folders[Path("/a")].watched) == (True, watched)
    facts.folder_back(Path("/a"))
    assert not facts.folders[Path("/a")].is_gone


def test_days_of_photos_and_problems_take_no_more_room(facts):
    for number in range(RECENT + 10):
        facts.scored(arrived(f"/{number}.jpg"))
        facts.trouble(f"trouble {number}")
    assert (len(facts.photos), len(facts.problems)) == (RECENT, PROBLEMS)
    assert facts.last.path == Path(f"/{RECENT + 9}.jpg")
