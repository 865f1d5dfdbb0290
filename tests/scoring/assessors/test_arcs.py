"""Curves are told from straight lines, corners and thickets."""

import cv2
import numpy as np
import pytest

from scoring.assessors.arcs import find_arc
from scoring.assessors.lines import find_lines
from tests.scoring.assessors import drawn_scenes as drawn


def strength(luma):
    return find_arc(find_lines(luma)).strength


def road():
    """One long bend."""
    return cv2.ellipse(drawn.plain(200), (330, 230), (250, 160), 0, 180, 330, 40, 14, cv2.LINE_AA)


def bay():
    return cv2.ellipse(drawn.plain(200), (300, 420), (240, 260), 0, 180, 360, 40, 8, cv2.LINE_AA)


@pytest.mark.parametrize("luma", [drawn.disc(), bay(), road()], ids=["disc", "bay", "road"])
def test_curve_is_found(luma):
    assert strength(luma) > 0.6


def test_curve_is_located():
    arc = find_arc(find_lines(drawn.disc(radius=130)))
    scale = 600 / 256
    off = np.abs(np.hypot(*(arc.points * scale - [300, 200]).T) - 130)
    assert off.max() < 8


def test_small_curves_do_not_shape_a_picture():
    assert strength(drawn.disc(radius=40)) < 0.2


@pytest.mark.parametrize(
    "luma",
    [
        drawn.plain(),
        drawn.gradient(),
        drawn.noise(),
        drawn.sea(),
        drawn.mountain(),
        drawn.ruled(0),
        drawn.ruled(35),
        drawn.tiles(),
        cv2.rectangle(drawn.plain(200), (120, 80), (480, 320), 40, 6),
    ],
    ids=["plain", "sky", "noise", "sea", "mountain", "level", "diagonal", "tiles", "frame"],
)
def test_straight_and_plain_things_are_none(luma):
    assert strength(luma) < 0.2


def test_one_line_and_no_line_are_none():
    assert strength(drawn.strokes((40, 40, 500, 300))) == 0.0
    assert strength(np.full((40, 40), 90, np.uint8)) == 0.0
