"""Stars and bars."""

import pytest

from assist_cli.render.bars import ASCII, UNICODE, bar, glyphs_for, stars


@pytest.mark.parametrize(("score", "drawn"), [(0, "★☆☆☆☆"), (69.6, "★★★★☆"), (100, "★★★★★")])
def test_stars_fill_five_cells(score, drawn):
    assert stars(score, UNICODE) == drawn


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
