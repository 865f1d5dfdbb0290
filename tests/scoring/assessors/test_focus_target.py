"""What should be sharp, and in which order it is looked for."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.focus_target import TargetKind, find_targets, tiles_inside, tiles_touching
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.face import Face
from scoring.subject import Subject

SHAPE = (20, 30)
PERSON = Subject((0.4, 0.2, 0.6, 0.8), 0.9)
PORTRAIT = Face((0.3, 0.2, 0.7, 0.8), 0.95, ((0.42, 0.4), (0.58, 0.4)), (0.5, 0.5), ((0.45, 0.65), (0.55, 0.65)))
PASSER_BY = Face((0.10, 0.1, 0.19, 0.2), 0.9, ((0.13, 0.14), (0.16, 0.14)), (0.145, 0.16), ((0.13, 0.18), (0.16, 0.18)))
SPECK = Face(
    (0.1, 0.1, 0.12, 0.12), 0.9, ((0.105, 0.105), (0.115, 0.105)), (0.11, 0.11), ((0.106, 0.115), (0.114, 0.115))
)


class DrawnFrame:
    """A frame whose subject, faces and focus points are given."""

    def __init__(self, subject=None, faces=None, af_areas=()):
        self.subject, self.faces = subject, faces
        self.exif = ExifFacts(af_areas=af_areas)
        self.size_px = (3000, 2000)


def tiles(judged=None):
    judged = np.ones(SHAPE, bool) if judged is None else judged
    return TileSharpness(np.full(SHAPE, 0.5), judged, np.ones(SHAPE))


def kinds(map_=None, **found):
    return [target.kind for target in find_targets(DrawnFrame(**found), map_ or tiles())]


def test_order_is_camera_then_eyes_then_face_then_subject():
    found = kinds(subject=PERSON, faces=(PORTRAIT,), af_areas=((0.1, 0.1, 0.2, 0.2),))
    assert found == [TargetKind.AF_POINT, TargetKind.EYES, TargetKind.FACE, TargetKind.SUBJECT]


@pytest.mark.parametrize("faces", [None, ()], ids=["nobody looked", "nobody there"])
def test_subject_is_the_target_without_faces(faces):
    assert kinds(subject=PERSON, faces=faces) == [TargetKind.SUBJECT]


def test_eyes_too_near_each_other_leave_the_face_and_a_speck_leaves_nothing():
    assert kinds(faces=(PASSER_BY,)) == [TargetKind.FACE]
    assert kinds(faces=(SPECK,)) == []


def test_most_prominent_face_is_the_target():
    eyes = find_targets(DrawnFrame(faces=(PORTRAIT, PASSER_BY)), tiles())[0]
    assert eyes.centre == pytest.approx((0.5, 0.4))


def test_target_that_shows_no_edges_is_left_out():
    judged = np.ones(SHAPE, bool)
    judged[:6, :9] = False
    assert kinds(tiles(judged), subject=PERSON, af_areas=((0.1, 0.1, 0.2, 0.2),)) == [TargetKind.SUBJECT]


def test_doubtful_subject_is_left_out():
    assert kinds(subject=Subject(PERSON.box, 0.1)) == []


def test_box_of_several_points_holds_them_all():
    areas = ((0.1, 0.2, 0.2, 0.3), (0.6, 0.5, 0.7, 0.6))
    assert find_targets(DrawnFrame(af_areas=areas), tiles())[0].box == (0.1, 0.2, 0.7, 0.6)


def test_tiles_inside_leave_out_the_corners_of_the_box():
    inside = tiles_inside((0.5, 0.0, 1.0, 0.5), SHAPE)
    assert inside[5, 22]
    assert not inside[0, 15]
    assert not inside[10:].any()
    assert not inside[:, :15].any()
    # The inscribed ellipse of 15 x 10 tiles, seven tenths of it wide and high.
    assert inside.sum() == pytest.approx(np.pi / 4 * 150 * 0.49, rel=0.1)


def test_tiles_touching_a_point_are_those_under_it():
    touched = tiles_touching(((0.49, 0.49, 0.51, 0.51),), SHAPE)
    assert np.argwhere(touched).tolist() == [[9, 14], [9, 15], [10, 14], [10, 15]]
