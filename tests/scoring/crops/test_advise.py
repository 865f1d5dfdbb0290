"""Crops and straightening together."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.crops.advise import advise, advise_freely
from scoring.frame import Frame
from tests.scoring.crops.drawn_scenes import wall


def frame_of(tilt_deg):
    rgb = np.ascontiguousarray(wall(tilt_deg))
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def test_tilted_wall_is_cropped_level():
    tilt, (free, square) = advise(frame_of(4.0), ["free", "1:1"])
    assert tilt.angle_deg == pytest.approx(4.0, abs=0.5)
    assert free.turn_deg == square.turn_deg == -tilt.angle_deg


def test_level_wall_is_not_turned():
    _, (free,) = advise(frame_of(0.0), ["free"])
    assert free.turn_deg == 0.0
    assert free.levelled_frame is None


def test_free_advice_is_that_of_the_free_shape():
    assert advise_freely(frame_of(4.0)).aspect == "free"
