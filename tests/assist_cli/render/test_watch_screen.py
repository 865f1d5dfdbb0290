"""The live screen on a terminal that is a string."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from assist_cli.render.watch_screen import LEAST_PAUSE_S, WatchScreen
from assist_cli.workflows.watch.totals import Totals
from assist_cli.workflows.watch.watch_request import Mode, WatchedBy
from tests.assist_cli.workflows.watch.made_news import arrived, unreadable, written

ALTERNATE_ON, ALTERNATE_OFF = "\x1b[?1049h", "\x1b[?1049l"


class Played:
    def __init__(self, width=80, height=24, **options):
        self.stream, self.now_s = io.StringIO(), 100.0
        self.console = Console(
            file=self.stream, force_terminal=True, width=width, height=height, highlight=False, **options
        )
        self.screen = WatchScreen(self.console)
        self.screen.clock = lambda: self.now_s

    def start(self):
        self.screen.__enter__()
        self.screen.started([WatchedBy(Path("/shoot"), Mode.EVENTS)])

    def fresh(self, act):
        """What is drawn by this."""
        before = self.stream.tell()
        act()
        return self.stream.getvalue()[before:]


@pytest.fixture
def played():
    played = Played()
    played.start()
    yield played
    played.screen.__exit__(None, None, None)


def test_request_that_is_refused_before_the_start_never_takes_the_screen():
    played = Played()
    with pytest.raises(ValueError, match="refused"), played.screen:
        raise ValueError("refused")
    assert ALTERNATE_ON not in played.stream.getvalue()


def start_and_be_interrupted(screen):
    with screen:
        screen.started([])
        raise KeyboardInterrupt


def test_screen_that_was_there_comes_back_whatever_happens():
    played = Played()
    with pytest.raises(KeyboardInterrupt):
        start_and_be_interrupted(played.screen)
    told = played.stream.getvalue()
    assert told.index(ALTERNATE_ON) < told.index(ALTERNATE_OFF)


def test_many_photos_are_drawn_at_most_four_times_a_second(played):
    drawn = 0
    for number in range(100):
        played.now_s += LEAST_PAUSE_S / 10
        drawn += bool(played.fresh(lambda number=number: played.screen.scored(arrived(f"/shoot/{number}.jpg"))))
    assert 9 <= drawn <= 11


def test_nothing_is_wiped_before_it_is_drawn_again(played):
    played.now_s += 1.0
    assert "\x1b[2J" not in played.fresh(lambda: played.screen.scored(arrived("/shoot/a.jpg")))


def test_every_size_is_filled_exactly_and_the_next_one_too(played):
    played.screen.scored(arrived("/shoot/a.jpg"))
    for width, height in ((80, 24), (20, 5), (80, 24), (200, 60)):
        played.console.size = (width, height)
        played.now_s += 1.0
        text = played.fresh(lambda: played.screen.tick(Totals(scored=1)))
        assert text.count("\n") == height - 1
        assert "a.jpg" in text


def test_no_color_draws_no_colours():
    played = Played(no_color=True, color_system="truecolor")
    played.start()
    played.now_s += 1.0
    text = played.fresh(lambda: played.screen.scored(arrived("/shoot/a.jpg")))
    played.screen.__exit__(None, None, None)
    assert "a.jpg" in text
    assert "\x1b[3" not in text.replace("\x1b[39", "")
    assert "38;2;" not in text


def test_a_run_that_could_write_nothing_is_not_offered_to_be_taken_back(played):
    played.screen.written(written(sidecars=0))
    assert "assist undo" not in played.fresh(lambda: played.screen.ended(Totals(scored=3), []))


def test_end_tells_what_a_log_would_on_the_screen_that_was_there_before(played):
    played.screen.written(written())
    played.screen.trouble("a command that is too long for the screen " * 5 + "is told whole")
    told = played.fresh(lambda: played.screen.ended(Totals(scored=3, unread=1), [unreadable("/shoot/bad.jpg")]))
    after = told.partition(ALTERNATE_OFF)[2]
    for words in (
        "1 could not be read",
        "bad.jpg",
        "3 photos scored; 1 unreadable",
        "is told whole",
        "assist undo --run 2026-11-22-1",
    ):
        assert words in after


def test_nothing_is_drawn_after_the_end(played):
    played.screen.ended(Totals(), ())
    played.now_s += 10.0
    assert played.fresh(lambda: played.screen.tick(Totals())) == ""
