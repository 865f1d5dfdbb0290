"""Segments on one line are one stroke."""

import numpy as np
import pytest

from scoring.assessors.lines import Lines
from scoring.assessors.strokes import find_slopes, find_strokes

LUMA = np.zeros((200, 256), np.uint8)


def lines_of(*ends):
    return Lines(np.array(ends, np.float64).reshape(-1, 4), LUMA)


def strokes_of(*ends):
    lines = lines_of(*ends)
    return find_strokes(lines, np.ones(len(lines.ends), np.bool_))


def test_segments_of_one_line_are_joined():
    strokes = strokes_of((10, 10, 60, 60), (70, 70, 120, 120), (62, 62, 68, 68))
    assert np.abs(strokes.ends - [[10, 10, 120, 120]]).max() < 0.1
    assert strokes.covered == pytest.approx([0.96], abs=0.03)


def test_things_in_a_row_with_wide_gaps_stay_apart():
    assert len(strokes_of((10, 10, 40, 40), (150, 150, 180, 180)).ends) == 2


def test_parallels_stay_apart():
    assert len(strokes_of((10, 10, 100, 100), (10, 30, 100, 120)).ends) == 2


def test_both_edges_of_a_thin_bar_are_one_stroke():
    assert len(strokes_of((10, 10, 100, 100), (11, 9, 101, 99)).ends) == 1


def test_slopes_neither_lie_nor_stand():
    slopes = find_slopes(lines_of((0, 50, 100, 52), (10, 0, 12, 100), (0, 0, 80, 80)))
    assert np.abs(slopes.ends - [[0, 0, 80, 80]]).max() < 0.1


def test_no_lines_give_no_strokes():
    assert len(strokes_of().ends) == 0
