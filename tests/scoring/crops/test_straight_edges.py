"""Straight edges are measured to a tenth of a degree; positive = turned clockwise."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scoring.crops.straight_edges import straight_edges

ANGLES_DEG = [-15.0, -3.0, -0.4, 0.0, 1.0, 8.0]


def half_dark(turned_deg, is_upright, size=(340, 512)):
    """Dark on one side of an edge through the middle that is turned clockwise from upright, or from level."""
    down, right = (np.indices(size) - (np.array(size)[:, None, None] - 1) / 2).astype(np.float64)
    angle = np.radians(turned_deg)
    side = right * np.cos(angle) + down * np.sin(angle) if is_upright else down * np.cos(angle) - right * np.sin(angle)
    return cv2.GaussianBlur(np.where(side > 0, 60, 190).astype(np.uint8), (0, 0), 1)


def upright(luma):
    return straight_edges(luma)[0]


def level(luma):
    return straight_edges(luma)[1]


def longest_deg(edges):
    return np.degrees(np.arctan(edges.slope[0]))


@pytest.mark.parametrize("turned_deg", ANGLES_DEG)
def test_upright_edge_has_the_drawn_angle_with_its_sign(turned_deg):
    assert longest_deg(upright(half_dark(turned_deg, is_upright=True))) == pytest.approx(turned_deg, abs=0.1)


@pytest.mark.parametrize("turned_deg", ANGLES_DEG)
def test_level_edge_has_the_drawn_angle_with_its_sign(turned_deg):
    assert longest_deg(level(half_dark(turned_deg, is_upright=False))) == pytest.approx(turned_deg, abs=0.1)


def test_level_edge_is_no_upright_one():
    assert len(upright(half_dark(2.0, is_upright=False)).x) == 0
    assert len(level(half_dark(2.0, is_upright=True)).x) == 0


def test_place_and_length_count_in_half_long_edges_from_the_middle():
    luma = np.full((256, 512), 180, np.uint8)
    luma[64:192, 384:] = 60
    edges = upright(luma)
    assert edges.x[0] == pytest.approx(0.5, abs=0.01)
    assert edges.y[0] == pytest.approx(0.0, abs=0.02)
    assert edges.length[0] == pytest.approx(0.5, abs=0.03)
    # The picture turned by 90 deg anticlockwise: x counts down, y to the left.
    below = level(luma)
    assert sorted(below.x[:2]) == pytest.approx([-0.25, 0.25], abs=0.01)
    assert below.y[0] == pytest.approx(-0.75, abs=0.02)


def test_curves_and_texture_are_no_straight_edges():
    ball = cv2.circle(np.full((400, 512), 200, np.uint8), (256, 200), 60, 40, -1, cv2.LINE_AA)
    assert upright(ball).length.sum() < 0.5
    grain = np.random.default_rng(3).integers(0, 256, (400, 512)).astype(np.uint8)
    assert upright(grain).length.sum() < 0.5


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 2), (300, 300)])
def test_a_plain_picture_has_no_edges(size):
    assert len(upright(np.full(size, 99, np.uint8)).x) == 0
    assert len(level(np.full(size, 99, np.uint8)).x) == 0


def test_wanted_edges_are_taken_out():
    edges = upright(half_dark(2.0, is_upright=True))
    assert len(edges.where(edges.length > 9.0).x) == 0
    assert len(edges.where(edges.length > 0.5).slope) == 1
