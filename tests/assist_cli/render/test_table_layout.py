"""Column widths of the table."""

from pathlib import Path

import pytest

from assist_cli.render.table_layout import GAP, SCORE_CELLS, layout_for
from tests.assist_cli.render.made_briefs import photo_in_brief

FACTORS = dict.fromkeys(("exposure", "focus", "sharpness", "noise", "colour", "composition"), 0.5)


def layout(width, name="IMG_0412.JPG", reason="x" * 50):
    return layout_for([photo_in_brief(Path("/shoot") / name, FACTORS, reason, problems=("soft",))], [name], width)


@pytest.mark.parametrize("name", ["a.jpg", "IMG_0412.JPG", "x" * 60])
@pytest.mark.parametrize("width", range(30, 220, 7))
def test_the_columns_fill_no_more_than_the_terminal(width, name):
    found = layout(width, name)
    columns = [found.name, SCORE_CELLS, found.words, found.reason]
    gaps = GAP * (sum(cells > 0 for cells in columns) - 1)
    assert sum(columns) + gaps + found.factors.total <= width


def test_a_wider_terminal_first_gains_bars_then_reasons_beside_then_whole_names():
    told = [(bool(found.factors.names), found.reason > 0) for found in map(layout, (44, 60, 112))]
    assert told == [(False, False), (True, False), (True, True)]
    assert not layout(112).factors.whole
    assert layout(150).factors.whole
    assert layout(150).reason > 0


def test_reasons_below_leave_room_for_whole_names():
    found = layout(96, reason="x" * 80)
    assert found.factors.whole
    assert found.reason == 0


def test_a_column_of_faces_stands_only_where_a_photo_has_one():
    def columns(*faces):
        rows = [photo_in_brief(Path("/shoot/a.jpg"), {**FACTORS, "noise": None, "faces": value}) for value in faces]
        return layout_for(rows, ["a.jpg"] * len(rows), 150).factors.names

    assert columns(None, None) == tuple(FACTORS)
    assert columns(None, 0.4) == (*FACTORS, "faces")


@pytest.mark.parametrize(("width", "fits"), [(15, False), (30, True), (80, True), (300, True)])
def test_a_table_knows_whether_it_fits(width, fits):
    assert layout(width).fits == fits
