"""The rating distribution as bars."""

import pytest
from rich.cells import cell_len

from assist_cli.render.bars import ASCII, UNICODE
from assist_cli.render.rating_histogram import rating_lines
from scoring.rating_distribution import Quality

AGREED = Quality("nima", (0.0,) * 9 + (1.0,))
SPREAD = Quality("nima", (0.1,) * 10)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize("quality", [AGREED, SPREAD])
@pytest.mark.parametrize("width", [24, 40, 60, 80, 109, 110, 200])
def test_every_rating_has_one_line_that_fits(quality, width, glyphs):
    lines = [line.plain for line in rating_lines(quality, width, glyphs)]
    assert [line.split()[0] for line in lines if " %" in line and line[:4].strip().isdigit()] == [
        str(n) for n in range(10, 0, -1)
    ]
    assert max(map(cell_len, lines)) <= width


def test_shares_end_in_one_column():
    rows = [line.plain for line in rating_lines(AGREED, 80, UNICODE) if line.plain.endswith("%")]
    assert len({cell_len(row) for row in rows}) == 1
    assert rows[0].endswith("█100.0 %")


@pytest.mark.parametrize("width", [110, 120, 200])
def test_a_wide_terminal_shows_the_readings_beside_the_bars(width):
    lines = [line.plain for line in rating_lines(SPREAD, width, UNICODE)]
    assert len(lines) == 11
    assert "two classes" in lines[1]
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [60, 80])
def test_a_narrow_one_shows_them_below(width):
    lines = [line.plain for line in rating_lines(SPREAD, width, UNICODE)]
    assert next(line for line in lines if "two classes" in line).startswith("  two classes")
    assert [line for line in lines if "two classes" in line and "█" in line] == []
