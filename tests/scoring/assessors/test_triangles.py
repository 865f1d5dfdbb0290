"""Two long slopes that meet over a level base."""

import numpy as np
import pytest

from scoring.assessors.lines import find_lines
from scoring.assessors.strokes import find_slopes
from scoring.assessors.triangles import find_triangle
from tests.scoring.assessors import drawn_scenes as drawn


def triangle_in(luma):
    lines = find_lines(luma)
    return find_triangle(find_slopes(lines), lines.size_px)


def road_to_the_horizon():
    return drawn.strokes((60, 399, 290, 130), (540, 399, 310, 130), (0, 130, 599, 130), thickness=5)


@pytest.mark.parametrize("luma", [drawn.mountain(), road_to_the_horizon()], ids=["mountain", "road"])
def test_triangle_is_found(luma):
    assert triangle_in(luma).strength > 0.6


def test_corners_are_told_the_apex_first():
    corners = triangle_in(drawn.mountain()).corners * (600 / 256)
    wanted = np.array([[300, 80], [80, 360], [520, 360]])
    assert np.abs(corners[0] - wanted[0]).max() < 12
    assert np.abs(np.sort(corners[1:, 0]) - [80, 520]).max() < 25


def test_triangle_with_its_peak_hidden_is_weaker():
    hidden = drawn.mountain()
    hidden[:190] = 210
    assert triangle_in(hidden).strength < 0.7 * triangle_in(drawn.mountain()).strength


@pytest.mark.parametrize(
    "luma",
    [
        drawn.plain(),
        drawn.gradient(),
        drawn.noise(),
        drawn.sea(),
        drawn.ruled(35),
        drawn.ruled(90),
        drawn.tiles(),
        drawn.mountain((300, 200), (250, 260), (350, 260)),
        drawn.mountain((300, 300), (20, 360), (580, 360)),
        drawn.strokes((100, 50, 300, 350), (500, 50, 300, 350)),
        drawn.strokes((100, 50, 500, 350), (500, 50, 100, 350)),
    ],
    ids=["plain", "sky", "noise", "sea", "parallels", "columns", "tiles", "small", "flat", "upside down", "crossing"],
)
def test_anything_else_is_none(luma):
    assert triangle_in(luma).strength < 0.3
