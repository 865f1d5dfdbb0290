"""Marks that are seen on anything."""

import numpy as np
import pytest

from scoring.overlays.marks import box_label, cross, hairline, label, line, outline
from scoring.overlays.palette import ORANGE, PLATE


def ground(level, height=300, width=400):
    return np.full((height, width, 3), level, np.uint8)


@pytest.mark.parametrize("level", [0, 255])
@pytest.mark.parametrize(
    "draw",
    [
        lambda picture: line(picture, (20, 20), (300, 200), ORANGE),
        lambda picture: line(picture, (20, 20), (300, 200), ORANGE, dashed=True),
        lambda picture: cross(picture, (200, 150), ORANGE),
        lambda picture: outline(picture, (20, 20, 300, 200), ORANGE),
        lambda picture: hairline(picture, (0, 100), (399, 100)),
    ],
)
def test_marks_stand_out_on_black_and_on_white(draw, level):
    picture = ground(level)
    draw(picture)
    assert np.abs(picture.astype(int) - level).max() > 100


def test_a_box_around_the_whole_photo_keeps_all_its_sides():
    picture = ground(0)
    outline(picture, (0, 0, 400, 300), ORANGE)
    orange = (picture == ORANGE).all(axis=2)
    assert all(strip.sum() > 100 for strip in (orange[:8], orange[-8:], orange[:, :8], orange[:, -8:]))


def test_text_stands_on_a_plate_inside_the_picture():
    picture = ground(255)
    plate = label(picture, (5000, -40), "+0.7")
    assert plate is not None
    x0, y0, x1, y1 = plate
    assert x0 >= 0
    assert (y0, x1) == (0, 400)
    assert picture[y0:y1, x0:x1].mean() < np.mean(PLATE) + 80
    assert (np.delete(picture, np.s_[int(y0) : int(y1)], axis=0) == 255).all()


def test_a_picture_smaller_than_the_text_stays_without_it():
    picture = ground(255, 20, 20)
    assert label(picture, (10, 10), "+0.7") is None
    assert (picture == 255).all()


def test_a_boxs_name_stands_above_it_or_inside_where_there_is_no_room():
    above, inside = ground(255), ground(255)
    box_label(above, (50, 100, 300, 200), "subject", ORANGE)
    box_label(inside, (50, 0, 300, 200), "subject", ORANGE)
    assert (above[100:] == 255).all()
    assert (inside[:100] != 255).any()
