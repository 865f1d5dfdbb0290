"""Colours of cells in rich's words."""

from assist_cli.render.cell_style import style_of


def test_colours_are_those_of_the_cell():
    style = style_of((1, 2, 3), 17)
    assert style.color.triplet == (1, 2, 3)
    assert style.bgcolor.number == 17


def test_cell_without_paper_shows_the_terminals_own():
    assert style_of((1, 2, 3), None).bgcolor is None
