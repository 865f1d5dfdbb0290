"""What the focus findings hold."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.focus_findings import find
from scoring.assessors.focus_target import TargetKind
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.detail import halvings, measure_detail
from scoring.subject import Subject

PERSON = Subject((0.6, 0.2, 0.9, 0.8), 0.9)
AT_THE_LEFT, AT_THE_RIGHT = ((0.1, 0.4, 0.15, 0.5),), ((0.7, 0.4, 0.75, 0.5),)


class DrawnFrame:
    """A frame whose subject and focus point are given; what reads the full picture sees a grey one."""

    def __init__(self, subject, af_areas=()):
        self.subject, self.faces = subject, None
        self.exif = ExifFacts(af_areas=af_areas, exposure_time_s=0.01)
        self.size_px = (960, 640)
        self.luma_halvings = halvings(np.full((640, 960), 128, np.uint8))
        self.detail = measure_detail(self.luma_halvings)


def sharp_on_the_left(judged=None):
    sharpness = np.full((20, 30), 0.1)
    sharpness[:, :10] = 0.6
    judged = np.ones(sharpness.shape, bool) if judged is None else judged
    return TileSharpness(np.where(judged, sharpness, 0.0), judged, np.ones(sharpness.shape))


def test_target_sharpness_is_that_of_its_own_tiles():
    findings = find(DrawnFrame(PERSON), sharp_on_the_left())
    assert findings.target.kind is TargetKind.SUBJECT
    assert findings.target_sharpness == pytest.approx(0.1)
    assert findings.target_ratio == pytest.approx(1 / 6)
    assert findings.exposure_time_s == 0.01


def test_without_a_target_the_sharp_region_stands_for_it():
    findings = find(DrawnFrame(None), sharp_on_the_left())
    assert findings.target is None
    assert findings.target_ratio == 1.0
    assert findings.target_weight == 0.0
    assert not findings.unseen_subject


def test_subject_without_edges_is_known_to_be_unseen():
    judged = np.zeros((20, 30), bool)
    judged[:, :10] = True
    findings = find(DrawnFrame(PERSON), sharp_on_the_left(judged))
    assert findings.target is None
    assert findings.unseen_subject


def test_soft_focus_point_gives_way_to_a_sharp_subject():
    left = Subject((0.0, 0.2, 0.3, 0.8), 0.9)
    assert find(DrawnFrame(left, AT_THE_RIGHT), sharp_on_the_left()).target.kind is TargetKind.SUBJECT
    assert find(DrawnFrame(PERSON, AT_THE_RIGHT), sharp_on_the_left()).target.kind is TargetKind.AF_POINT
    assert find(DrawnFrame(PERSON, AT_THE_LEFT), sharp_on_the_left()).target.kind is TargetKind.AF_POINT


def test_grey_picture_shows_no_movement():
    assert find(DrawnFrame(PERSON), sharp_on_the_left()).motions.frame.strength == 0.0


def test_soft_focus_point_in_the_middle_proves_nothing():
    middle = ((0.48, 0.47, 0.52, 0.53),)
    assert find(DrawnFrame(PERSON, middle), sharp_on_the_left()).target.kind is TargetKind.SUBJECT
    alone = find(DrawnFrame(None, middle), sharp_on_the_left()).target
    assert alone.kind is TargetKind.AF_POINT
    assert alone.confidence < 0.6
