"""The photos of a watch as lines."""

import io
import json
import re
from pathlib import Path

import pytest

from assist_cli.render.watch_lines import WAIT_S, WatchLines, WatchObjects
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from tests.assist_cli.workflows.watch.made_news import ALTERNATE, KEEPER, REJECT, arrived, revision, unreadable


class Log:
    def __init__(self, *folders):
        self.now_s, self.stream = 0.0, io.StringIO()
        self.lines = WatchLines(self.stream, lambda: self.now_s)
        self.lines.started([WatchedBy(Path(folder), Mode.EVENTS) for folder in folders])

    @property
    def told(self):
        """Without the times."""
        lines = self.stream.getvalue().splitlines()
        assert all(re.match(r"\d\d:\d\d:\d\d  ", line) for line in lines)
        return [line[10:] for line in lines]


@pytest.fixture
def log():
    return Log("/shoot")


def test_photo_is_one_line_with_time_name_score_decision_and_reason(log):
    log.lines.scored(arrived("/shoot/day 1/a.jpg"))
    assert log.told == []
    log.lines.revised([revision("/shoot/day 1/a.jpg")])
    log.lines.ended(Totals(), ())
    assert log.told == ["day 1/a.jpg   71  keep       sharpest of 3; eyes open  (0.12 s)"]


def test_revised_decision_is_another_line_and_a_moved_rank_is_none(log):
    log.lines.scored(arrived("/shoot/a.jpg"))
    log.lines.revised([revision("/shoot/a.jpg")])
    log.lines.revised([revision("/shoot/a.jpg", KEEPER, KEEPER)])
    log.lines.revised([revision("/shoot/a.jpg", REJECT, KEEPER, ["blurred"])])
    assert log.told[1:] == ["a.jpg  now reject?, was keep: blurred"]


def test_photo_without_a_decision_is_told_after_a_while_with_its_weakest_factor(log):
    log.lines.scored(arrived("/shoot/a.jpg"))
    log.lines.tick(Totals())
    assert log.told == []
    log.now_s = WAIT_S
    log.lines.tick(Totals())
    assert log.told == ["a.jpg   71  -          soft at 100 %  (0.12 s)"]
    log.lines.revised([revision("/shoot/a.jpg", ALTERNATE)])
    assert log.told[1:] == ["a.jpg  now alternate: sharpest of 3; eyes open"]


def test_end_of_a_watch_loses_no_photo(log):
    log.lines.scored(arrived("/shoot/a.jpg"))
    log.lines.ended(Totals(), ())
    assert len(log.told) == 1


def test_photo_known_from_before_is_told_at_once(log):
    log.lines.scored(arrived("/shoot/a.jpg", None, cached=True))
    assert log.told == ["a.jpg   71  known      soft at 100 %"]


def test_names_are_whole_where_several_folders_are_watched_and_never_move_the_cursor():
    log = Log("/shoot", "/other")
    log.lines.scored(arrived("/shoot/a\n\x1b[2J.jpg", cached=True))
    assert log.told[0].startswith("/shoot/a??[2J.jpg ")


def test_objects_are_out_at_once_and_unreadable_photos_only_when_given_up():
    stream = io.StringIO()
    objects = WatchObjects(stream)
    objects.scored(arrived("/a.jpg"))
    objects.unread(unreadable("/b.jpg"), 2.0)
    objects.unread(unreadable("/b.jpg"), None)
    told = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(one["path"], one["status"]) for one in told] == [("/a.jpg", "scored"), ("/b.jpg", "failed")]


@pytest.mark.parametrize("kind", [WatchLines, WatchObjects])
def test_each_line_is_flushed(kind):
    class Stream(io.StringIO):
        flushed = ""

        def flush(self):
            self.flushed = self.getvalue()

    stream = Stream()
    kind(stream).scored(arrived("/a.jpg", cached=True))
    assert stream.flushed.endswith("\n")
