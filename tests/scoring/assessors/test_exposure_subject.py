"""How the subject's exposure is measured."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.exposure_subject import measure_subject
from scoring.face import Face
from scoring.frame import Frame
from scoring.luminance import relative_luminance


def measured(rgb, faces=None):
    find = None if faces is None else (lambda _rgb, _smaller: faces)
    frame = Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts(), find_faces=find)
    return measure_subject(frame, relative_luminance(frame.thumbnail))


def face(box):
    return Face(box, 0.8, ((0.4, 0.4), (0.6, 0.4)), (0.5, 0.5), ((0.45, 0.6), (0.55, 0.6)))


@pytest.fixture
def black_before_grey():
    rgb = np.full((200, 300, 3), 118, np.uint8)
    rgb[60:140, 110:190] = 2
    return rgb


def test_subject_is_darker_than_what_surrounds_it(black_before_grey):
    found = measured(black_before_grey)
    assert found.tone_ev < -4.0
    assert found.around_ev == pytest.approx(0.0, abs=0.1)
    assert found.shadows > 0.8


def test_face_goes_before_the_salient_region(black_before_grey):
    black_before_grey[10:50, 10:50] = 255
    found = measured(black_before_grey, (face((10 / 300, 10 / 200, 50 / 300, 50 / 200)),))
    assert found.confidence == 0.8
    assert found.white > 0.9


def test_tiny_face_is_a_passer_by(black_before_grey):
    with_face = measured(black_before_grey, (face((0.1, 0.1, 0.12, 0.12)),))
    assert with_face == measured(black_before_grey)


def test_face_beyond_the_frame_is_measured_as_far_as_it_is_in_it(black_before_grey):
    assert np.isfinite(measured(black_before_grey, (face((0.95, 0.9, 1.4, 1.5)),)).ev)


def test_plain_picture_has_no_sure_subject():
    found = measured(np.full((60, 90, 3), 118, np.uint8))
    assert found is None or found.confidence == 0.0
