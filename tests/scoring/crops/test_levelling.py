"""A tilted photo is turned level where that costs nothing that must stay whole."""

import dataclasses

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.crops.levelling import EVEN, levelled, turn_in_words
from scoring.frame import Frame
from scoring.subject import Subject
from tests.scoring.made_face import made_face


def frame_of(faces=(), exif=None, at=(600, 400), size=(800, 1200)):
    rgb = np.full((*size, 3), (120, 130, 125), np.uint8)
    cv2.circle(rgb, at, 60, (210, 40, 30), -1)
    return Frame(rgb, (size[1], size[0]), exif or ExifFacts(), find_faces=lambda _rgb, _working: faces)


def face_at(box):
    return dataclasses.replace(made_face(), box=box)


def test_photo_is_turned_and_keeps_the_largest_frame_of_its_shape():
    level = levelled(frame_of(), 3.0)
    assert (level.turn_deg, level.refused) == (3.0, "")
    left, top, right, bottom = level.frame.box
    assert (right - left) == pytest.approx(bottom - top, abs=1e-4)
    assert (left + right, top + bottom) == pytest.approx((1.0, 1.0))
    assert level.frame.score == EVEN
    assert level.frame.reasons == (
        "Turned 3.0° clockwise it is level, and the largest frame inside keeps 86 % of the picture.",
    )


def test_photo_that_is_not_to_be_turned_is_its_own_frame():
    level = levelled(frame_of(), 0.0)
    assert level.frame.box == (0.0, 0.0, 1.0, 1.0)
    assert level.canvas_px == (1200, 800)


def test_face_that_turning_would_cut_keeps_the_photo_as_it_lies():
    near_the_corner = face_at((0.02, 0.02, 0.12, 0.2))
    level = levelled(frame_of((near_the_corner,)), 4.0)
    assert level.turn_deg == 0.0
    assert level.refused == "It tilts, but to level it would cut a face."


def test_face_that_the_photo_cuts_is_no_reason_against_turning():
    assert levelled(frame_of((face_at((0.0, 0.3, 0.1, 0.5)),)), 4.0).turn_deg == 4.0


def test_subject_that_turning_would_cut_keeps_the_photo_as_it_lies():
    frame = frame_of(at=(1120, 700))
    frame.__dict__["salient_regions"] = (Subject((0.88, 0.8, 0.98, 0.95), 0.9),)
    level = levelled(frame, -6.0)
    assert level.turn_deg == 0.0
    assert level.refused == "It tilts, but to level it would cut the subject."


def test_focus_point_that_turning_would_lose_keeps_the_photo_as_it_lies():
    exif = ExifFacts(af_areas=((0.9, 0.0, 1.0, 0.04),))
    assert "focused on" in levelled(frame_of(exif=exif), 5.0).refused


def test_panorama_that_would_lose_most_is_not_turned():
    level = levelled(frame_of(size=(150, 3000), at=(1500, 75)), 5.0)
    assert level.turn_deg == 0.0
    assert "too little" in level.refused


def test_turn_is_told_with_its_direction():
    assert turn_in_words(1.84) == "1.8° clockwise"
    assert turn_in_words(-2.0) == "2.0° counterclockwise"
