"""kitty's Unicode placeholders."""

from __future__ import annotations

import unicodedata

from assist_cli.pictures.placeholders import MARKS, MOST_CELLS, PLACEHOLDER, placeholder_cells


def test_marks_are_those_of_the_protocol():
    assert MOST_CELLS == len(set(MARKS)) == 297
    assert (MARKS[0], MARKS[1], MARKS[-1]) == ("\u0305", "\u030d", "\U0001d244")
    assert {unicodedata.combining(mark) for mark in MARKS} == {230}
    assert list(MARKS) == sorted(MARKS)


def test_each_cell_tells_its_row_and_column():
    picture = placeholder_cells(1, (3, 2))
    assert picture.glyphs[1, 2] == PLACEHOLDER + MARKS[1] + MARKS[2]


def test_colour_tells_the_number_and_leaves_the_ground_alone():
    (run,) = placeholder_cells(0x010203, (3, 2)).runs(0)
    assert (run.ink, run.paper) == ((1, 2, 3), None)
    assert run.text.count(PLACEHOLDER) == 3
    assert placeholder_cells(0x010203, (1, 1)).lines()[0].startswith("\x1b[38;2;1;2;3m" + PLACEHOLDER)
