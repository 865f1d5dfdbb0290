"""The focus map."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessment import Assessment, cannot_judge
from scoring.assessors.tile_sharpness import TileSharpness
from scoring.frame import Frame
from scoring.overlays.colour_scales import SHARPNESS_SCALE
from scoring.overlays.focus import OVERLAY, SHARPEST, paint_tiles
from scoring.overlays.legend_bar import ColourBar
from scoring.overlays.legend_key import Key
from scoring.overlays.palette import ORANGE, WHITE
from tests.scoring.overlays.conftest import frame_of


def meanings(layer):
    return [row.meaning for part in layer.legend if isinstance(part, Key) for row in part.rows]


@pytest.fixture
def sharp_left():
    """Fine texture, blurred on the right."""
    texture = np.random.default_rng(2).integers(0, 255, (900, 1200, 1), np.uint8).repeat(3, axis=2)
    texture[:, 600:] = cv2.GaussianBlur(texture[:, 600:], (0, 0), 4)
    return frame_of(texture)


def test_tiles_have_the_scales_colours_and_the_unknown_is_grey():
    sharpness = np.array([[0.0, SHARPEST, 0.4]])
    tiles = TileSharpness(sharpness, np.array([[True, True, False]]), np.ones((1, 3)))
    picture = paint_tiles(np.full((100, 300, 3), 120, np.uint8), tiles)
    assert (picture[50, 50] == SHARPNESS_SCALE[0]).all()
    assert (picture[50, 150] == SHARPNESS_SCALE[-1]).all()
    assert (picture[:, 200:] == picture[:, 200:, :1]).all()
    assert len(np.unique(picture[:, 200:])) == 2


def test_the_bar_is_the_maps_scale(sharp_left, said):
    (bar,) = (part for part in OVERLAY.paint(sharp_left, said, 600).legend if isinstance(part, ColourBar))
    assert bar.scale is SHARPNESS_SCALE


def test_the_sharp_half_is_lighter_than_the_soft_one(sharp_left, said):
    light = cv2.cvtColor(OVERLAY.paint(sharp_left, said, 600).picture, cv2.COLOR_RGB2GRAY)
    assert light[:, 20:280].mean() > light[:, 320:580].mean() + 30


def test_the_sharp_region_is_boxed_and_named(sharp_left):
    said = Assessment(0.8, 0.7, "sharp", ("Sharp.",), {"sharp_region_px": [0, 0, 600, 900]})
    layer = OVERLAY.paint(sharp_left, said, 600)
    assert (layer.picture == WHITE).all(axis=2).sum() > 500
    assert "sharpest region" in meanings(layer)


@pytest.mark.parametrize("target", [[700, 300, 900, 500], [800, 400]])
def test_a_target_is_boxed_or_crossed_and_named_by_what_it_is(sharp_left, target):
    said = Assessment(0.2, 0.7, "missed focus", ("Missed.",), {"target_px": target, "target": "af_point"})
    layer = OVERLAY.paint(sharp_left, said, 600)
    cols = np.nonzero((layer.picture == ORANGE).all(axis=2))[1]
    assert 300 < np.median(cols) < 500
    assert "AF point: should be sharp" in meanings(layer)


def test_the_cameras_points_are_boxed_once_each_and_named_once(sharp_left):
    said = Assessment(0.9, 0.7, "sharp subject", ("Sharp.",), {"target_px": [100, 300, 800, 500], "target": "af_point"})
    areas = ((0.1, 0.4, 0.15, 0.45), (0.6, 0.4, 0.65, 0.45))
    frame = Frame(sharp_left.rgb, sharp_left.size_px, ExifFacts(af_areas=areas))
    layer = OVERLAY.paint(frame, said, 600)
    marked = (layer.picture == ORANGE).all(axis=2)
    assert marked[170:215, 50:100].any()
    assert marked[170:215, 350:400].any()
    assert not marked[:, 150:340].any()
    assert [meaning for meaning in meanings(layer) if "AF point" in meaning] == ["AF point: where the camera focused"]


def test_an_abstention_shows_no_map_that_it_does_not_believe(sharp_left):
    layer = OVERLAY.paint(sharp_left, cannot_judge("Too small to judge focus."), 600)
    assert (layer.picture == layer.picture[..., :1]).all()
    assert meanings(layer) == ["not judged"]


def test_without_evidence_no_region_is_claimed(sharp_left, said):
    assert meanings(OVERLAY.paint(sharp_left, said, 600)) == ["no edges: cannot tell"]
