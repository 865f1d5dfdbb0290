"""What carries a class is drawn where it is, and explained."""

import numpy as np
import pytest

from scoring.assessment import Assessment
from scoring.overlays.composition_structure import draw_structure
from scoring.overlays.palette import ORANGE, VERMILION, YELLOW

SIZE_PX = (3000, 2000)


def drawn(**evidence):
    picture = np.full((400, 600, 3), 90, np.uint8)
    rows = draw_structure(picture, Assessment(0.7, 0.4, "fair", ("Fair.",), evidence), SIZE_PX)
    return picture, [row.meaning for row in rows]


def is_near(picture, x, y, colour):
    around = picture[y - 3 : y + 4, x - 3 : x + 4].astype(int)
    return bool((np.abs(around - colour).max(axis=2) < 40).any())


def test_without_evidence_nothing_is_drawn():
    picture, meanings = drawn()
    assert meanings == []
    assert (picture == 90).all()


@pytest.mark.parametrize(
    ("key", "colour", "meaning"),
    [
        ("class_lines_px", YELLOW, "lines that shape the picture"),
        ("leading_lines_px", ORANGE, "lines that lead to the subject"),
    ],
)
def test_lines_are_drawn_one_by_one(key, colour, meaning):
    picture, meanings = drawn(**{key: [500, 500, 1500, 1000, 2500, 500, 2500, 1500]})
    assert meanings == [meaning]
    assert is_near(picture, 200, 150, colour)
    assert is_near(picture, 500, 200, colour)
    assert not is_near(picture, 400, 150, colour)


def test_curve_is_open_and_triangle_closed():
    corners = [1500, 500, 500, 1500, 2500, 1500]
    curve, triangle = drawn(curve_px=corners)[0], drawn(triangle_px=corners)[0]
    assert is_near(curve, 200, 200, VERMILION)
    assert is_near(triangle, 200, 200, VERMILION)
    assert is_near(triangle, 400, 200, VERMILION)
    assert not is_near(curve, 400, 200, VERMILION)


def test_mirror_axis_runs_from_top_to_bottom_where_it_is():
    picture, meanings = drawn(symmetry_axis=0.45)
    assert meanings == ["mirror axis"]
    columns = np.flatnonzero((picture == YELLOW).all(axis=2).any(axis=0))
    assert columns.mean() == pytest.approx(0.45 * 600, abs=3)


def test_balance_point_is_ringed():
    picture, meanings = drawn(balance=[0.25, 0.5])
    rows, columns = np.nonzero((picture > 150).all(axis=2))
    assert (columns.mean(), rows.mean()) == (pytest.approx(150, abs=1.5), pytest.approx(200, abs=1.5))
    assert meanings == ["middle of all that draws the eye"]
