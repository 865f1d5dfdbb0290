"""Thirds, subject and horizon."""

import cv2
import numpy as np
import pytest

from scoring.assessment import Assessment
from scoring.assessors import composition
from scoring.crops.advise import advise_freely
from scoring.overlays.composition import OVERLAY
from scoring.overlays.crops import corners_in
from scoring.overlays.horizon_line import horizon_height
from scoring.overlays.legend import Note
from scoring.overlays.legend_key import Key
from scoring.overlays.palette import ORANGE, SKY_BLUE
from tests.scoring.crops.drawn_scenes import wall
from tests.scoring.overlays.conftest import frame_of


def meanings(layer):
    return [row.meaning for part in layer.legend if isinstance(part, Key) for row in part.rows]


def sea(rise_px):
    """Sky over sea, the horizon `rise_px` higher at the right."""
    rgb = np.full((800, 1200, 3), (150, 180, 230), np.uint8)
    corners = np.array([[0, 500 + rise_px // 2], [1199, 500 - rise_px // 2], [1199, 799], [0, 799]], np.int32)
    cv2.fillPoly(rgb, [corners], (30, 60, 80))
    return frame_of(rgb)


@pytest.mark.parametrize("rise_px", [24, 60, -60])
def test_the_horizon_is_drawn_where_it_is(rise_px):
    frame = sea(rise_px)
    layer = OVERLAY.paint(frame, composition.ASSESSOR.assess(frame), 1200)
    strip = layer.picture[:, 100:700].astype(int)
    rows, cols = np.nonzero(np.abs(strip - SKY_BLUE).max(axis=2) < 30)
    slope = np.polyfit(cols, rows, 1)[0]
    assert slope == pytest.approx(-rise_px / 1200, abs=0.006)
    tilt_deg = -np.degrees(np.arctan(rise_px / 1200))
    assert horizon_height(frame, tilt_deg) == pytest.approx(500 / 800, abs=0.02)
    assert "long horizontal" in meanings(layer)


@pytest.mark.parametrize("tilt_deg", [None, 3.0])
def test_no_horizon_is_drawn_where_no_tilt_was_told_or_another(tilt_deg):
    evidence = {"tilt_deg": tilt_deg, "tilt_confidence": 0.7 if tilt_deg else 0.0}
    layer = OVERLAY.paint(sea(60), Assessment(0.5, 0.3, "fair", ("Fair.",), evidence), 1200)
    assert "long horizontal" not in meanings(layer)


@pytest.mark.parametrize(("sure", "name"), [(0.9, "likely subject"), (0.3, "where the eye goes")])
def test_the_subject_is_boxed_and_called_what_the_assessor_calls_it(garden, sure, name):
    evidence = {"subject_px": [300, 200, 1000, 600], "subject_confidence": sure}
    layer = OVERLAY.paint(garden, Assessment(0.5, 0.3, "fair", ("Fair.",), evidence), 600)
    rows, cols = np.nonzero((layer.picture == ORANGE).all(axis=2))
    assert (cols.min(), cols.max()) == (pytest.approx(150, abs=3), pytest.approx(500, abs=3))
    assert rows.max() == pytest.approx(300, abs=3)
    assert f"{name}, and its middle" in meanings(layer)


def test_thirds_are_always_there(garden, said):
    layer = OVERLAY.paint(garden, said, 600)
    assert meanings(layer) == ["thirds"]
    assert np.median(layer.picture[50:350, 200]) > 200


def test_patterns_are_listed_the_strongest_first(garden):
    evidence = {"classes": {"centre": 0.2, "rule_of_thirds": 0.7}}
    layer = OVERLAY.paint(garden, Assessment(0.5, 0.3, "fair", ("Fair.",), evidence), 600)
    assert meanings(layer)[-2:] == ["rule of thirds", "centre"]


def test_other_subjects_are_boxed_and_explained(garden):
    evidence = {
        "subject_px": [300, 200, 600, 600],
        "subject_confidence": 0.9,
        "other_subjects_px": [800, 100, 1000, 300],
    }
    layer = OVERLAY.paint(garden, Assessment(0.5, 0.3, "fair", ("Fair.",), evidence), 600)
    rows, cols = np.nonzero((layer.picture == ORANGE).all(axis=2))
    assert cols.max() == pytest.approx(500, abs=3)
    assert rows.min() == pytest.approx(50, abs=3)
    assert "draws the eye too" in meanings(layer)


def test_frame_to_be_levelled_is_drawn_slanted_and_named(said):
    frame = frame_of(np.ascontiguousarray(wall(4.0)))
    layer = OVERLAY.paint(frame, said, 600)
    assert "the frame, turned level" in meanings(layer)
    corners = np.array(corners_in(layer.picture, advise_freely(frame).crops[0], -4.0))
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        x, y = np.rint((start + end) / 2).astype(int)
        assert (layer.picture[max(0, y - 3) : y + 4, max(0, x - 3) : x + 4] >= 200).all(axis=2).any()


def test_no_crop_is_drawn_where_the_frame_is_kept(garden, said):
    layer = OVERLAY.paint(garden, said, 600)
    assert "best crop" not in meanings(layer)
    assert any(isinstance(part, Note) and "No crop" in part.text for part in layer.legend)
