"""Bars for the last minute."""

from assist_cli.render.sparkline import sparkline


def test_latest_is_at_the_right_and_the_most_is_a_full_bar():
    assert sparkline([59.0, 59.5, 58.5, 59.2, 31.0], 60.0, 60.0, 4) == "  ▂█"


def test_one_event_beside_many_is_still_seen():
    assert sparkline([1.0] + [59.0] * 1000, 60.0, 60.0, 2) == "▁█"


def test_what_is_too_old_is_not_drawn():
    assert sparkline([-5.0], 60.0, 60.0, 4) == "    "


def test_nothing_is_an_empty_row():
    assert sparkline([], 60.0, 60.0, 6) == " " * 6
