"""The largest box inside a turned picture lies inside it, has the wanted shape, and shows upright what was crooked."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scoring.crops.upright_box import rendered, rendering, turned_size, upright_box

SIZES = [(600, 400), (400, 600), (500, 500), (2000, 100)]


def corners_in_the_picture(size_px, turn_deg, box):
    """The box's corners, turned back, in pixels from the picture's top left corner."""
    width, height = turned_size(size_px, turn_deg)
    angle = np.radians(turn_deg)
    points = [((x - 0.5) * width, (y - 0.5) * height) for x in (box[0], box[2]) for y in (box[1], box[3])]
    back = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.array(points) @ back.T + np.array(size_px) / 2


@pytest.mark.parametrize("size_px", SIZES)
@pytest.mark.parametrize("turn_deg", [-10.0, -1.5, 0.0, 0.3, 5.0, 30.0, 45.0])
@pytest.mark.parametrize("aspect", [None, 1.0, 1.5, 9 / 16])
def test_box_lies_inside_the_picture_and_touches_its_edge(size_px, turn_deg, aspect):
    corners = corners_in_the_picture(size_px, turn_deg, upright_box(size_px, turn_deg, aspect))
    gaps = np.concatenate([corners, np.array(size_px) - corners])
    assert gaps.min() == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("size_px", SIZES)
@pytest.mark.parametrize("aspect", [1.0, 1.5, 9 / 16])
def test_box_has_the_wanted_shape(size_px, aspect):
    left, top, right, bottom = upright_box(size_px, 4.0, aspect)
    width, height = turned_size(size_px, 4.0)
    assert (right - left) * width / ((bottom - top) * height) == pytest.approx(aspect)


@pytest.mark.parametrize("size_px", SIZES)
@pytest.mark.parametrize("turn_deg", [-8.0, 2.0, 40.0])
def test_free_box_is_larger_than_one_of_any_shape(size_px, turn_deg):
    def area(aspect):
        left, top, right, bottom = upright_box(size_px, turn_deg, aspect)
        return (right - left) * (bottom - top)

    assert area(None) >= max(area(aspect) for aspect in np.geomspace(0.02, 50, 400)) - 1e-9


def test_known_boxes():
    assert upright_box((600, 400), 0.0) == (0.0, 0.0, 1.0, 1.0)
    # A square turned by 45 deg holds a square of half its area: its corners are the middles of the sides.
    assert upright_box((100, 100), 45.0) == pytest.approx((0.25, 0.25, 0.75, 0.75))
    # By 0 deg, a square inside 600 x 400 is 400 wide.
    assert upright_box((600, 400), 0.0, 1.0) == pytest.approx((1 / 6, 0.0, 5 / 6, 1.0))


def test_turning_either_way_keeps_the_same_box():
    assert upright_box((600, 400), 3.0) == upright_box((600, 400), -3.0)


@pytest.mark.parametrize(
    ("size_px", "turn_deg", "aspect"), [((0, 5), 1.0, None), ((5, 5), 91.0, None), ((5, 5), 1.0, 0.0)]
)
def test_impossible_boxes_are_refused(size_px, turn_deg, aspect):
    with pytest.raises(ValueError, match="no box"):
        upright_box(size_px, turn_deg, aspect)


def crooked_sea(tilt_deg, size=(400, 600)):
    rows, cols = np.indices(size)
    edge = (size[0] - 1) / 2 + (cols - (size[1] - 1) / 2) * np.tan(np.radians(tilt_deg))
    return np.repeat(np.where(rows > edge, 60, 200).astype(np.uint8)[..., None], 3, axis=2)


@pytest.mark.parametrize("tilt_deg", [-6.0, 3.0])
def test_the_opposite_turn_levels_a_horizon(tilt_deg):
    levelled = rendered(crooked_sea(tilt_deg), -tilt_deg, upright_box((600, 400), -tilt_deg))
    edge = (levelled[..., 0] > 130).sum(axis=0)
    assert edge.max() - edge.min() <= 1
    assert edge[0] == pytest.approx(levelled.shape[0] / 2, abs=1)


def test_nothing_turned_is_nothing_changed():
    rgb = np.random.default_rng(0).integers(0, 256, (40, 60, 3)).astype(np.uint8)
    assert (rendered(rgb, 0.0, (0.0, 0.0, 1.0, 1.0)) == rgb).all()
    assert (rendered(rgb, 0.0, (0.5, 0.25, 1.0, 0.75)) == rgb[10:30, 30:]).all()


def test_no_border_is_drawn_into_the_box():
    white = np.full((300, 400, 3), 255, np.uint8)
    matrix, size = rendering((400, 300), 7.0, upright_box((400, 300), 7.0))
    drawn = cv2.warpAffine(white, matrix, size, flags=cv2.INTER_NEAREST, borderValue=(0, 0, 0))
    assert drawn.min() == 255


def test_rendering_scales():
    box = upright_box((600, 400), 3.0, 1.5)
    whole, half = rendering((600, 400), 3.0, box)[1], rendering((600, 400), 3.0, box, scale=0.5)[1]
    assert half == pytest.approx((whole[0] / 2, whole[1] / 2), abs=1)
