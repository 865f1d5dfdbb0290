"""Stars and bars."""

import pytest

from assist_cli.render.bars import ASCII, UNICODE, bar, glyphs_for, printed_score, star_count, stars


@pytest.mark.parametrize(
    ("score", "count"), [(0, 1), (29, 1), (30, 2), (49, 2), (50, 3), (69, 3), (70, 4), (89, 4), (90, 5), (100, 5)]
)
def test_every_photo_has_one_to_five_stars(score, count):
    assert star_count(score) == count
    assert stars(score, UNICODE) == "★" * count + "☆" * (5 - count)


@pytest.mark.parametrize("score", [29.6, 49.9, 89.88, 90.2, 89.4])
def test_stars_come_from_the_number_that_is_printed(score):
    assert star_count(score) == star_count(printed_score(score))


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize("value", [-1.0, 0.0, 0.01, 0.5, 0.99, 1.0, 2.0])
def test_a_bar_always_has_its_width(glyphs, value):
    assert len(bar(value, 7, glyphs)) == 7


def test_a_bar_grows_with_its_value():
    assert [bar(value, 2, UNICODE) for value in (0.0, 0.25, 0.5, 1.0)] == ["  ", "▌ ", "█ ", "██"]
    assert bar(0.5, 4, ASCII) == "##  "


def test_glyphs_suit_the_encoding():
    assert glyphs_for("utf-8") is UNICODE
    assert glyphs_for("UTF8") is UNICODE
    assert glyphs_for("ascii") is ASCII
    assert glyphs_for(None) is ASCII
