"""Crops of a turned photo lie where they are said to lie."""

import cv2
import numpy as np
import pytest

from scoring.crops.turn import Turn
from scoring.crops.upright_box import rendered

SIZE = (600, 400)
BOXES = np.array([[0.3, 0.2, 0.7, 0.6], [0.1, 0.3, 0.4, 0.9]])
DEGREES = [-9.0, -1.5, 3.0, 10.0]


def test_without_a_turn_nothing_moves():
    turn = Turn(1.5)
    assert (turn.onto_canvas(BOXES) == BOXES).all()
    assert (turn.of_picture(BOXES) == BOXES).all()
    assert turn.frame == (0.0, 0.0, 1.0, 1.0)
    assert turn.enlarged == 1.0
    assert turn.corners((0.1, 0.2, 0.3, 0.4)) == pytest.approx(
        np.array([(0.1, 0.2), (0.3, 0.2), (0.3, 0.4), (0.1, 0.4)])
    )


@pytest.mark.parametrize("deg", DEGREES)
def test_boxes_go_onto_the_canvas_and_back(deg):
    turn = Turn(1.5, deg)
    assert turn.of_picture(turn.onto_canvas(BOXES)) == pytest.approx(BOXES)


@pytest.mark.parametrize("deg", DEGREES)
def test_box_keeps_its_size_in_pixels(deg):
    turn = Turn(1.5, deg)
    across, down = (turn.onto_canvas(BOXES)[:, 2:] - turn.onto_canvas(BOXES)[:, :2]).T
    assert across * turn.canvas[0] == pytest.approx(BOXES[:, 2] - BOXES[:, 0])
    assert down * turn.canvas[1] == pytest.approx(BOXES[:, 3] - BOXES[:, 1])


@pytest.mark.parametrize("deg", DEGREES)
def test_what_lies_at_the_corners_is_in_the_corners_of_the_rendered_crop(deg):
    """Four dots of their own grey where the corners are said to be, looked for where they then should be."""
    turn, box = Turn(1.5, deg), (0.3, 0.2, 0.7, 0.6)
    rgb = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    codes = (90, 130, 170, 210)
    for code, (x, y) in zip(codes, turn.corners(box), strict=True):
        cv2.circle(rgb, (round(x * SIZE[0]), round(y * SIZE[1])), 8, (code,) * 3, -1)
    seen = rendered(rgb, deg, tuple(turn.onto_canvas(np.array([box]))[0].tolist()))
    assert [int(seen[y, x, 0]) for y, x in ((1, 1), (1, -2), (-2, -2), (-2, 1))] == pytest.approx(codes, abs=3)


@pytest.mark.parametrize("deg", DEGREES)
def test_map_is_turned_as_the_photo_is(deg):
    rgb = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
    cv2.circle(rgb, (200, 150), 20, (255,) * 3, -1)
    plane = cv2.resize(rgb[..., 0], (128, 85), interpolation=cv2.INTER_AREA).astype(np.float32)
    turn = Turn(1.5, deg)
    canvas = turn.map_on_canvas(plane)
    rows, columns = np.indices(canvas.shape)
    x = float((canvas * (columns + 0.5)).sum() / canvas.sum()) / canvas.shape[1]
    y = float((canvas * (rows + 0.5)).sum() / canvas.sum()) / canvas.shape[0]
    assert (x, y) == pytest.approx(turn.point((200.5 / 600, 150.5 / 400)), abs=0.003)


def test_round_thing_keeps_its_size_and_a_long_one_lies_aslant():
    turn = Turn(1.0, 10.0)
    x0, y0, x1, y1 = turn.round_thing((0.4, 0.4, 0.6, 0.6))
    assert (x1 - x0) * turn.canvas[0] == pytest.approx(0.2)
    assert (y1 - y0) * turn.canvas[1] == pytest.approx(0.2)
    x0, y0, x1, y1 = turn.round_thing((0.1, 0.49, 0.9, 0.51))
    assert (y1 - y0) * turn.canvas[1] == pytest.approx(0.8 * np.sin(np.radians(10.0)), abs=0.005)
