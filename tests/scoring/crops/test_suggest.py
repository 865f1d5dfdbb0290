"""Crops of whole pictures."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.crops.anchors import LEAST_AREA
from scoring.crops.aspects import ASPECTS
from scoring.crops.suggest import MOST_CROPS, suggest_crops
from scoring.crops.turn import Turn
from scoring.frame import Frame

SHAPES = [aspect for aspect in ASPECTS if aspect != "free"]


def frame_of(rgb):
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def ball_in(height=800, width=1200, at=(900, 250), radius_px=90):
    """A red ball on plain ground."""
    rgb = np.full((height, width, 3), (120, 130, 125), np.uint8)
    cv2.circle(rgb, at, radius_px, (210, 40, 30), -1)
    return cv2.GaussianBlur(rgb, (0, 0), 1.0)


@pytest.mark.parametrize("aspect", SHAPES)
def test_crops_of_a_shape_have_it_hold_the_subject_and_break_no_rule(aspect):
    frame = frame_of(ball_in())
    (advice,) = suggest_crops(frame, [aspect])
    assert len(advice.crops) <= MOST_CROPS
    across, down = (int(part) for part in aspect.split(":"))
    for crop in advice.crops:
        left, top, right, bottom = crop.box
        assert 1.5 * (right - left) / (bottom - top) == pytest.approx(across / down, rel=1e-3)
        assert crop.area >= LEAST_AREA - 1e-3
        assert left * 1200 <= 815 <= 985 <= right * 1200
        assert top * 800 <= 165 <= 335 <= bottom * 800
        assert crop.reasons


def test_shape_that_keeps_too_little_is_told():
    (advice,) = suggest_crops(frame_of(ball_in()), ["9:16"])
    assert advice.keep_uncropped
    assert advice.crops == ()
    assert "40 %" in advice.reason


@pytest.mark.parametrize("size", [(1, 1), (70, 70), (40, 900), (120, 2600), (2600, 120)])
@pytest.mark.parametrize("code", [0, 128, 255])
def test_tiny_flat_and_very_wide_pictures_get_an_answer(size, code):
    frame = frame_of(np.full((*size, 3), code, np.uint8))
    for advice in suggest_crops(frame, ASPECTS):
        assert advice.reason
        for crop in advice.crops:
            left, top, right, bottom = crop.box
            assert min((right - left) * size[1], (bottom - top) * size[0]) >= 63.9
        assert advice.crops or advice.keep_uncropped


def test_panorama_is_left_as_it_is_unless_a_shape_is_asked_for():
    (advice,) = suggest_crops(frame_of(ball_in(200, 3000, (1500, 100), 60)), ["free"])
    assert advice.keep_uncropped
    assert "panorama" in advice.reason


def test_best_crop_comes_first():
    for advice in suggest_crops(frame_of(ball_in()), SHAPES):
        scores = [crop.score for crop in advice.crops]
        assert scores == sorted(scores, reverse=True)


def test_each_shape_is_told_the_same_alone_and_with_others():
    frame = frame_of(ball_in())
    together = suggest_crops(frame, ASPECTS)
    assert [suggest_crops(frame, [aspect])[0] for aspect in ASPECTS] == together


@pytest.mark.parametrize("turn_deg", [-7.0, 2.0])
def test_crops_of_a_turned_photo_have_the_shape_hold_the_subject_and_lie_inside(turn_deg):
    frame = frame_of(ball_in())
    for advice in suggest_crops(frame, SHAPES, turn_deg=turn_deg):
        assert advice.turn_deg == turn_deg
        across, down = (int(part) for part in advice.aspect.split(":"))
        for crop in advice.crops:
            left, top, right, bottom = crop.box
            assert 1.5 * (right - left) / (bottom - top) == pytest.approx(across / down, rel=1e-3)
            assert crop.area >= LEAST_AREA - 1e-3
            turn = Turn(1.5, turn_deg)
            corners = np.array(turn.corners(crop.box))
            assert corners.min() >= -1e-4
            assert corners.max() <= 1.0 + 1e-4
            ball = cv2.pointPolygonTest((corners * (1200, 800)).astype(np.float32), (900, 250), measureDist=True)
            assert ball >= 85


def test_turned_photo_that_nothing_beats_is_kept_as_its_levelled_frame():
    (advice,) = suggest_crops(frame_of(ball_in(at=(600, 400))), ["free"], turn_deg=2.0)
    assert advice.keep_uncropped
    assert advice.crops == (advice.levelled_frame,)
    assert advice.reason.startswith("Turned 2.0° clockwise it is level")


def test_tilted_panorama_is_levelled_unless_that_costs_too_much():
    frame = frame_of(ball_in(400, 2000, (1000, 200), 60))
    (slightly,), (steeply,) = (suggest_crops(frame, ["free"], turn_deg=deg) for deg in (1.0, 9.0))
    assert slightly.levelled_frame is not None
    assert "panorama" in slightly.reason
    assert steeply.turn_deg == 0.0
    assert "too little" in steeply.reason
