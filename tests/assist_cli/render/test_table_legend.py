"""The legend below the table."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from assist_cli.render.bars import UNICODE
from assist_cli.render.table_layout import layout_for
from assist_cli.render.table_legend import legend_lines
from tests.assist_cli.render.made_briefs import photo_in_brief

FACTORS = {"exposure": 0.9, "focus": 0.2, "sharpness": 0.8, "noise": 0.9, "colour": 0.6, "composition": 0.5}


def legend(width, **factors):
    rows = [photo_in_brief(Path("/shoot/a.jpg"), FACTORS | factors, "A reason as long as most of them are. " * 2)]
    return legend_lines(rows, layout_for(rows, ["a.jpg"], width), UNICODE)


def test_short_names_are_told_in_the_order_of_the_columns():
    (line,) = legend(80)
    assert line == "Bars: exposure, focus, sharpness, noise, colour, composition · longer is better"


def test_whole_names_need_no_telling():
    assert legend(100) == ["0 to 100, higher is better"]


def test_the_sign_for_what_cannot_be_judged_is_told_where_it_stands():
    assert legend(100, noise=None) == ["0 to 100, higher is better · ╌ cannot judge"]


def test_a_table_without_bars_has_no_legend():
    assert legend(40, noise=None) == []


@pytest.mark.parametrize("width", range(52, 140, 4))
def test_it_fits_in_two_lines_at_any_width(width):
    lines = legend(width, noise=None)
    assert len(lines) <= 2
    assert all(cell_len(line) <= width for line in lines)
