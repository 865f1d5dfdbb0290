"""How fast a person culls."""

import pytest

from assist_cli.workflows.cull.pace import WINDOW_S, Pace
from tests.assist_cli.workflows.cull.made_cull import path_of


def test_of_a_few_photos_no_pace_is_told(clock):
    pace = Pace(clock)
    for number in range(4):
        pace.marked(path_of(number))
    assert pace.per_minute() is None


def test_the_pace_is_that_of_the_last_minutes(clock):
    pace = Pace(clock)
    for number in range(10):
        pace.marked(path_of(number))
    clock.now_s = WINDOW_S + 60.0
    assert pace.per_minute() is None
    for number in range(10, 20):
        pace.marked(path_of(number))
    assert pace.per_minute() == pytest.approx(2.0)
