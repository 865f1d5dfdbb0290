"""What a reading of the exposure map promises."""

import numpy as np
import pytest

from scoring.exposure_reading import ExposureReading

READING = ExposureReading(np.array([[-2.0, 0.0], [0.0, 1.0]], np.float32), np.full((2, 2), 0.5, np.float32))


def test_whole_is_the_mean_of_the_map():
    assert READING.whole_ev == -0.25
    assert READING.doubt_ev == 0.5


@pytest.mark.parametrize(
    ("box", "ev"),
    [((0, 0, 0.5, 0.5), -2.0), ((0.5, 0.5, 1, 1), 1.0), ((0, 0, 1, 1), -0.25), ((0.9, 0.9, 0.9, 0.9), 1.0)],
)
def test_inside_is_the_mean_within_a_box(box, ev):
    assert READING.inside(box) == ev


def test_inside_of_a_box_beyond_the_frame_is_its_nearest_region():
    assert READING.inside((1.2, 1.2, 1.6, 1.6)) == 1.0
