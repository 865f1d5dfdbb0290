"""What no crop may do."""

import numpy as np

from scoring.crops.constraints import allowed
from scoring.crops.scene import scene_from
from scoring.subject import Subject

PLAIN = np.full((40, 60), 0.5, np.float32)
SIZE_PX = (3000, 2000)


def fine(*boxes, size_px=SIZE_PX, **known):
    return allowed(scene_from(PLAIN, PLAIN, 1.5, **known), np.array(boxes), size_px).tolist()


def test_sure_subject_is_never_cut_nor_lost():
    subject = Subject((0.3, 0.3, 0.5, 0.6), 0.9)
    assert fine((0.1, 0.1, 0.9, 0.9), (0.4, 0.0, 1.0, 1.0), (0.0, 0.0, 1.0, 0.5), subject=subject) == [
        True,
        False,
        False,
    ]


def test_chain_that_the_frame_cuts_may_be_cut_shorter_but_kept_for_the_most_part():
    chain = Subject((0.4, 0.0, 0.5, 0.9), 0.9)
    assert fine((0.0, 0.3, 1.0, 1.0), (0.0, 0.5, 1.0, 1.0), (0.45, 0.0, 1.0, 1.0), subject=chain) == [
        True,
        False,
        False,
    ]


def test_doubtful_subject_may_be_cut():
    assert fine((0.4, 0.0, 1.0, 1.0), subject=Subject((0.3, 0.3, 0.5, 0.6), 0.1)) == [True]


def test_face_is_whole_or_out_and_the_main_one_is_in():
    faces = ((0.2, 0.2, 0.4, 0.5), (0.8, 0.2, 0.9, 0.3))
    boxes = ((0.1, 0.1, 0.95, 0.9), (0.1, 0.1, 0.75, 0.9), (0.1, 0.1, 0.85, 0.9), (0.5, 0.0, 1.0, 1.0))
    assert fine(*boxes, faces=faces) == [True, True, False, False]


def test_focus_point_of_the_camera_stays_in():
    assert fine((0.0, 0.0, 0.7, 1.0), (0.3, 0.0, 1.0, 1.0), points=((0.2, 0.5),)) == [True, False]


def test_crop_keeps_two_fifths_of_the_frame():
    assert fine((0.0, 0.0, 0.6, 0.7), (0.0, 0.0, 0.6, 0.6)) == [True, False]


def test_crop_is_never_under_64_px():
    assert fine((0.0, 0.0, 0.9, 0.9), size_px=(100, 70)) == [False]
    assert fine((0.0, 0.0, 0.9, 0.95), size_px=(100, 70)) == [True]
