"""What a reading of the exposure map promises."""

import numpy as np

from scoring.exposure_reading import ExposureReading

READING = ExposureReading(np.array([[-2.0, 0.0], [0.0, 1.0]], np.float32), np.full((2, 2), 0.5, np.float32))


def test_whole_is_the_mean_of_the_map():
    assert READING.whole_ev == -0.25
