"""Which crops are looked at."""

import numpy as np
import pytest

from scoring.crops.anchors import LEAST_AREA, free_anchors, shaped_anchors


@pytest.mark.parametrize(("aspect", "count"), [(3 / 2, 83), (4 / 3, 87), (1.0, 90), (2 / 3, 83)])
def test_free_anchors_are_as_many_as_the_grid_scheme_gives(aspect, count):
    assert len(free_anchors(aspect)) == count


@pytest.mark.parametrize("aspect", [3 / 2, 2 / 3, 1.0])
def test_free_anchors_keep_half_of_the_frame_and_a_moderate_shape(aspect):
    left, top, right, bottom = free_anchors(aspect).T
    assert ((right - left) * (bottom - top)).min() >= 0.499
    shape = aspect * (right - left) / (bottom - top)
    assert shape.min() >= 0.5
    assert shape.max() <= 2.0


@pytest.mark.parametrize("wanted", [1.0, 0.8, 1.5, 2 / 3, 16 / 9, 1.25])
def test_shaped_anchors_have_the_shape_lie_inside_and_keep_enough(wanted):
    boxes = shaped_anchors(3 / 2, wanted)
    left, top, right, bottom = boxes.T
    assert np.allclose(1.5 * (right - left) / (bottom - top), wanted)
    assert boxes.min() >= 0.0
    assert boxes.max() <= 1.0 + 1e-12
    assert ((right - left) * (bottom - top)).min() >= LEAST_AREA


def test_shaped_anchors_begin_with_the_largest_box_of_that_shape():
    left, top, right, bottom = shaped_anchors(3 / 2, 3 / 2)[0]
    assert (left, top, right, bottom) == (0.0, 0.0, 1.0, 1.0)


def test_shape_that_would_keep_too_little_has_no_anchors():
    assert len(shaped_anchors(3 / 2, 9 / 16)) == 0
    assert len(shaped_anchors(20.0, 1.0)) == 0
