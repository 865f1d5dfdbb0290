"""Which crops are looked at, of a photo as it lies and of a turned one."""

import numpy as np
import pytest

from scoring.crops.anchors import LEAST_AREA, free_anchors
from scoring.crops.candidates import candidates
from scoring.crops.turn import Turn
from scoring.crops.upright_box import largest_inside

RATIOS = [None, 1.0, 0.8, 1.5, 16 / 9]


def area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


@pytest.mark.parametrize("deg", [-10.0, -2.0, 0.0, 0.5, 6.0])
@pytest.mark.parametrize("aspect", [1.5, 2 / 3, 1.0, 3.0])
@pytest.mark.parametrize("ratio", RATIOS)
def test_candidates_lie_wholly_inside_the_picture(aspect, deg, ratio):
    turn = Turn(aspect, deg)
    for box in turn.of_picture(candidates(turn, ratio)):
        corners = np.array(turn.corners(tuple(box)))
        assert corners.min() >= -1e-9
        assert corners.max() <= 1.0 + 1e-9


@pytest.mark.parametrize("deg", [-6.0, 0.0, 2.0])
@pytest.mark.parametrize("ratio", [1.0, 0.8, 1.5, 16 / 9])
def test_candidates_of_a_shape_have_it_and_the_first_is_the_largest(deg, ratio):
    turn = Turn(1.5, deg)
    boxes = turn.of_picture(candidates(turn, ratio))
    assert 1.5 * (boxes[:, 2] - boxes[:, 0]) / (boxes[:, 3] - boxes[:, 1]) == pytest.approx(ratio)
    across, down = largest_inside((1.5, 1.0), deg, ratio)
    assert area(boxes)[0] == pytest.approx(across * down / 1.5)
    assert area(boxes)[0] == pytest.approx(area(boxes).max())
    assert area(boxes).min() >= LEAST_AREA


def test_free_candidates_are_the_grid_and_smaller_frames_but_not_the_frame():
    boxes = candidates(Turn(1.5), None)
    assert boxes[: len(free_anchors(1.5))] == pytest.approx(free_anchors(1.5))
    assert area(boxes).max() < 0.99


def test_steeper_turn_leaves_fewer_candidates():
    counts = [len(candidates(Turn(1.5, deg), 1.5)) for deg in (0.0, 5.0, 10.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1] > 0
