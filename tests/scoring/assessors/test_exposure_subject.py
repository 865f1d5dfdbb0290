"""How the subject's exposure is measured."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.exposure_subject import measure_subject
from scoring.assessors.white_backdrop import find_white_backdrop
from scoring.face import Face
from scoring.frame import Frame
from scoring.luminance import relative_luminance
from tests.shoot.camera import developed


def measured(rgb, faces=None):
    find = None if faces is None else (lambda _rgb, _smaller: faces)
    frame = Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts(), find_faces=find)
    luminance = relative_luminance(frame.thumbnail)
    return measure_subject(frame, luminance, find_white_backdrop(frame, luminance))


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


BOX = (0.35, 0.3, 0.65, 0.7)


@pytest.fixture
def scene():
    """Linear light of tones up to two stops off mid-grey, in patches."""
    light = 0.18 * np.exp2(np.random.default_rng(5).uniform(-2.0, 2.0, (40, 60, 1)))
    return np.repeat(np.repeat(np.repeat(light, 3, axis=2), 5, axis=0), 5, axis=1)


def in_box(shape):
    mask = np.zeros((*shape[:2], 1), np.bool_)
    mask[int(BOX[1] * shape[0]) : int(BOX[3] * shape[0]), int(BOX[0] * shape[1]) : int(BOX[2] * shape[1])] = True
    return mask


def ev_of_face_in(light):
    return measured(developed(light), (face(BOX),)).ev


def test_darkening_the_subject_alone_is_read_in_full_and_the_surroundings_have_no_say(scene):
    inside = in_box(scene.shape)
    before = ev_of_face_in(scene)
    assert ev_of_face_in(np.where(inside, scene / 4, scene)) - before == pytest.approx(-2.0, abs=0.2)
    assert ev_of_face_in(np.where(inside, scene, scene / 4)) == pytest.approx(before, abs=0.02)
    assert ev_of_face_in(scene / 4) - before == pytest.approx(-2.0, abs=0.2)


@pytest.mark.parametrize("ground", [118, 255, 0])
def test_the_same_thing_reads_the_same_on_grey_on_white_and_on_black(scene, ground):
    cut_out = np.where(in_box(scene.shape), developed(scene), np.uint8(ground))
    assert measured(cut_out, (face(BOX),)).ev == pytest.approx(ev_of_face_in(scene), abs=0.05)


def test_white_around_a_disc_is_not_the_subjects():
    rgb = np.full((400, 600, 3), 255, np.uint8)
    cv2.circle(rgb, (300, 200), 100, (118, 118, 118), -1)
    disc = (face((200 / 600, 100 / 400, 400 / 600, 300 / 400)),)
    assert measured(rgb, disc).white == 0.0
    assert measured(rgb).white == 0.0


def test_backdrop_seen_through_the_subject_does_not_count():
    rgb = np.full((400, 600, 3), 255, np.uint8)
    cv2.rectangle(rgb, (200, 60), (400, 150), (118, 118, 118), -1)
    for left in (200, 370):
        cv2.rectangle(rgb, (left, 150), (left + 30, 340), (118, 118, 118), -1)
    chair = measured(rgb)
    assert chair.white == 0.0
    assert chair.ev == pytest.approx(0.0, abs=0.1)
