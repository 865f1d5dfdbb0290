"""The two looks at a photo's faces, with a detector that says what it is told to."""

import dataclasses

import numpy as np
import pytest

from scoring.engines.face_look import AREA_PX, CLOSE_EDGE_PX, FACE_SHARE, first_look, second_look
from tests.scoring.made_face import made_face


class Detector:
    """Answers every picture with the same detections, given as shares of it."""

    def __init__(self, *rows):
        self._rows = rows
        self.seen = []

    def find(self, rgb, least_confidence):
        self.seen.append(rgb.shape)
        scale = np.array([rgb.shape[1], rgb.shape[0]] * 7 + [1.0])
        rows = np.array([row for row in self._rows if row[-1] >= least_confidence]).reshape(-1, 15)
        return (rows * scale).astype(np.float32)


def row(face, confidence=0.9):
    points = [face.box[:2], face.box[2:], *face.eyes, face.nose, *face.mouth]
    return [*(share for point in points for share in point), confidence]


@pytest.mark.parametrize("size_px", [(2000, 3000), (3000, 2000), (1000, 1000), (200, 4000), (90, 120), (1, 1)])
def test_the_first_look_costs_the_same_for_every_shape_and_enlarges_nothing(size_px):
    detector = Detector()
    assert first_look(detector, np.zeros((*size_px, 3), np.uint8)) == ()
    height, width, _ = detector.seen[0]
    assert height * width <= 1.02 * AREA_PX
    assert height <= size_px[0]
    assert width <= size_px[1]


def test_the_first_look_gives_shares_of_the_picture():
    wanted = made_face(x=0.3, y=0.6)
    (found,) = first_look(Detector(row(wanted)), np.zeros((700, 1400, 3), np.uint8))
    assert found.box == pytest.approx(wanted.box)
    assert np.ravel(found.eyes).tolist() == pytest.approx(np.ravel(wanted.eyes).tolist())
    assert found.confidence == pytest.approx(0.9)


def test_unsure_detections_are_left_out():
    assert first_look(Detector(row(made_face(), 0.84)), np.zeros((500, 500, 3), np.uint8)) == ()


def test_the_second_look_puts_the_points_back_into_the_picture():
    """The detector always sees the face in the middle of its piece, `FACE_SHARE` of it large: so it must be where it was."""
    size_px = (1200, 1200)
    face = made_face(x=0.4, y=0.3, width=0.2)
    in_piece = made_face(width=FACE_SHARE / 1.3)
    detector = Detector(row(in_piece))
    found = second_look(detector, np.zeros((*size_px, 3), np.uint8), np.zeros((100, 100, 3), np.uint8), face)
    assert detector.seen == [(CLOSE_EDGE_PX, CLOSE_EDGE_PX, 3)]
    assert np.ravel(found.eyes).tolist() == pytest.approx(np.ravel(face.eyes).tolist(), abs=1e-3)
    assert found.box == face.box


def test_a_face_that_the_second_look_does_not_see_is_none():
    picture = np.zeros((500, 500, 3), np.uint8)
    assert second_look(Detector(), picture, picture, made_face()) is None
    assert second_look(Detector(row(made_face(), 0.45)), picture, picture, made_face()) is None


def test_the_second_look_takes_the_face_in_the_middle():
    neighbour, wanted = made_face(x=0.9, width=0.4), made_face(width=0.4)
    picture = np.zeros((500, 500, 3), np.uint8)
    found = second_look(Detector(row(neighbour, 0.95), row(wanted, 0.8)), picture, picture, made_face())
    assert found.nose[0] == pytest.approx(0.5, abs=1e-3)


def test_eyes_in_one_place_are_no_trouble():
    face = dataclasses.replace(made_face(), eyes=((0.5, 0.5), (0.5, 0.5)))
    picture = np.zeros((500, 500, 3), np.uint8)
    assert second_look(Detector(row(made_face())), picture, picture, face) is not None
