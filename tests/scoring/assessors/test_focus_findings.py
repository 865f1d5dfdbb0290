"""What the focus findings hold."""

import numpy as np
import pytest

from scoring.assessors.focus_findings import find, tiles_inside
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.detail import halvings, measure_detail
from scoring.subject import Subject


class DrawnFrame:
    """A frame whose subject and luma are given; what reads the full picture sees a grey one."""

    def __init__(self, subject):
        self.subject = subject
        self.luma = np.full((640, 960), 128, np.uint8)
        self.detail = measure_detail(halvings(self.luma))


def tiles(sharpness):
    sharpness = np.asarray(sharpness, np.float64)
    return TileSharpness(sharpness, np.ones(sharpness.shape, bool), np.ones(sharpness.shape))


def sharp_on_the_left():
    sharpness = np.full((20, 30), 0.1)
    sharpness[:, :10] = 0.6
    return tiles(sharpness)


def test_subject_sharpness_is_that_of_its_own_tiles():
    findings = find(DrawnFrame(Subject((0.6, 0.2, 0.9, 0.8), 0.9)), sharp_on_the_left())
    assert findings.subject_sharpness == pytest.approx(0.1)
    assert findings.subject_ratio == pytest.approx(1 / 6)


def test_doubtful_subject_is_left_out():
    findings = find(DrawnFrame(Subject((0.6, 0.2, 0.9, 0.8), 0.1)), sharp_on_the_left())
    assert findings.subject is None
    assert findings.subject_ratio == 1.0


def test_subject_without_judged_tiles_is_left_out():
    judged = np.zeros((20, 30), bool)
    judged[:, :10] = True
    map_ = TileSharpness(np.where(judged, 0.5, 0.0), judged, np.ones((20, 30)))
    assert find(DrawnFrame(Subject((0.6, 0.2, 0.9, 0.8), 0.9)), map_).subject is None


def test_tiles_inside_leave_out_the_corners_of_the_box():
    inside = tiles_inside(Subject((0.5, 0.0, 1.0, 0.5), 1.0), sharp_on_the_left())
    assert inside[5, 22]
    assert not inside[0, 15]
    assert not inside[10:].any()
    assert not inside[:, :15].any()
    # The inscribed ellipse of 15 x 10 tiles, four fifths of it wide and high.
    assert inside.sum() == pytest.approx(np.pi / 4 * 150 * 0.64, rel=0.1)
