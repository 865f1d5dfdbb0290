"""Which pixels a box means."""

import numpy as np
import pytest

from scoring.box import rows_and_columns, scaled

PLANE = np.arange(80).reshape(8, 10)


@pytest.mark.parametrize(
    ("box", "rows", "columns"),
    [
        ((0.0, 0.0, 1.0, 1.0), (0, 8), (0, 10)),
        ((0.2, 0.25, 0.5, 0.75), (2, 6), (2, 5)),
        ((-0.3, -0.1, 0.4, 2.0), (0, 8), (0, 4)),
    ],
)
def test_box_is_cut_to_the_frame(box, rows, columns):
    assert rows_and_columns(box, PLANE.shape) == (slice(*rows), slice(*columns))


@pytest.mark.parametrize(
    "box", [(0.5, 0.5, 0.5, 0.5), (0.99, 0.99, 1.0, 1.0), (1.2, 1.1, 1.4, 1.3), (-2.0, -2.0, -1.0, -1.0)]
)
def test_box_of_no_area_or_outside_is_one_pixel_of_the_frame(box):
    assert PLANE[rows_and_columns(box, PLANE.shape)].size == 1


def test_planes_with_channels_are_cut_alike():
    assert rows_and_columns((0.0, 0.0, 0.5, 0.5), (8, 10, 3)) == (slice(0, 4), slice(0, 5))


def test_scaled_box_keeps_its_middle():
    assert scaled((0.2, 0.4, 0.6, 0.8), 0.5) == pytest.approx((0.3, 0.5, 0.5, 0.7))
    assert scaled((0.0, 0.0, 0.5, 0.5), 2.0) == pytest.approx((-0.25, -0.25, 0.75, 0.75))
