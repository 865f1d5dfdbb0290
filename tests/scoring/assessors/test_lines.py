"""What the line finder promises."""

import cv2
import numpy as np
import pytest

from scoring.assessors.lines import find_lines


def wedge(angle_deg, size=(600, 900)):
    """Dark below a straight edge through the middle, bright above; positive = the right end is lower."""
    rows, cols = np.indices(size)
    edge = size[0] / 2 + (cols - size[1] / 2) * np.tan(np.radians(angle_deg))
    return cv2.GaussianBlur(np.where(rows > edge, 60, 190).astype(np.uint8), (0, 0), 1)


@pytest.mark.parametrize("angle_deg", [-30, -5, -1, 0, 2, 8, 40])
def test_longest_line_has_the_drawn_angle_with_its_sign(angle_deg):
    lines = find_lines(wedge(angle_deg))
    assert lines.angle_deg[np.argmax(lines.length_px)] == pytest.approx(angle_deg, abs=0.3)


def test_lines_run_from_left_to_right_in_the_small_copy():
    lines = find_lines(wedge(3))
    assert lines.size_px == (256, 171)
    assert (lines.ends[:, 0] <= lines.ends[:, 2]).all()


@pytest.mark.parametrize("size", [(1, 1), (5, 400), (300, 300)])
def test_a_plain_picture_has_no_lines(size):
    assert len(find_lines(np.full(size, 99, np.uint8)).ends) == 0
