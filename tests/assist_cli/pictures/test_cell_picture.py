"""Pictures of characters, as runs and as text with colour sequences."""

from __future__ import annotations

import numpy as np

from assist_cli.pictures.cell_picture import CellPicture, CellRun

RED, BLUE = (200, 30, 20), (10, 60, 220)


def test_runs_join_neighbours_in_the_same_colours():
    ink = np.array([[RED, RED, BLUE]], np.uint8)
    paper = np.array([[BLUE, BLUE, BLUE]], np.uint8)
    picture = CellPicture(np.array([["▀", "▌", " "]]), ink, paper)
    assert list(picture.runs(0)) == [CellRun("▀▌", RED, BLUE), CellRun(" ", BLUE, BLUE)]


def test_runs_of_a_palette_carry_colour_numbers():
    picture = CellPicture(np.array([["▀", "▀"]]), np.array([[16, 231]], np.uint8), np.array([[52, 52]], np.uint8))
    assert list(picture.runs(0)) == [CellRun("▀", 16, 52), CellRun("▀", 231, 52)]


def test_lines_are_text_with_24_bit_colours():
    picture = CellPicture(
        np.array([["▀"], [" "]]), np.array([[RED], [BLUE]], np.uint8), np.array([[BLUE]] * 2, np.uint8)
    )
    assert picture.lines() == [
        "\x1b[38;2;200;30;20;48;2;10;60;220m▀\x1b[0m",
        "\x1b[38;2;10;60;220;48;2;10;60;220m \x1b[0m",
    ]


def test_lines_of_a_palette_use_numbers():
    picture = CellPicture(np.array([["▀", "▀"]]), np.array([[16, 16]], np.uint8), np.array([[52, 52]], np.uint8))
    assert picture.lines() == ["\x1b[38;5;16;48;5;52m▀▀\x1b[0m"]


def test_cells_are_columns_and_rows():
    picture = CellPicture(np.full((2, 5), " "), np.zeros((2, 5), np.uint8), np.zeros((2, 5), np.uint8))
    assert picture.cells == (5, 2)
    assert picture.size_bytes == 2 * 5 * (4 + 1 + 1)
