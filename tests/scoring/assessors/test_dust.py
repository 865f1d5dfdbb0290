"""Dark, soft, round spots in even bright areas are candidates; wires, texture and shadows are not."""

import cv2
import numpy as np
import pytest

from scoring.assessors.dust import dust_spots


def sky():
    rows = np.linspace(200.0, 160.0, 340)[:, None] + np.zeros((1, 512))
    return rows + np.random.default_rng(2).normal(0.0, 0.8, rows.shape)


def with_spot(luma, x, y, depth=18.0, sigma_px=1.8):
    down, across = np.mgrid[0 : luma.shape[0], 0 : luma.shape[1]]
    return luma - depth * np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * sigma_px**2))


def codes(luma):
    return np.clip(np.rint(luma), 0, 255).astype(np.uint8)


def test_dust_in_a_sky_is_found_where_it_is():
    found = dust_spots(codes(with_spot(with_spot(sky(), 100, 60), 400, 250)))
    expected = [(100.5 / 512, 60.5 / 340), (400.5 / 512, 250.5 / 340)]
    assert np.allclose(sorted(found), expected, atol=1.5 / 340)


def test_dust_is_not_a_clean_sky():
    assert dust_spots(codes(sky())) == []


def test_dust_is_not_a_wire_a_shadow_or_a_hole():
    wire, hole = sky(), sky()
    wire[:, 200:203] -= 25
    hole[100:106, 300:306] = 10
    assert dust_spots(codes(wire)) == []
    assert dust_spots(codes(hole)) == []
    assert dust_spots(codes(with_spot(sky(), 250, 150, depth=60, sigma_px=40))) == []


def test_dust_is_not_sought_in_the_dark_nor_in_texture():
    assert dust_spots(codes(with_spot(sky() - 120, 100, 60))) == []
    leaves = cv2.GaussianBlur(np.random.default_rng(0).uniform(0, 255, (340, 512)), (0, 0), 2) * 3 - 260
    assert dust_spots(codes(leaves)) == []


@pytest.mark.parametrize("code", [0, 128, 255])
@pytest.mark.parametrize("shape", [(1, 1), (20, 512), (340, 512)])
def test_dust_in_an_even_or_narrow_frame_is_none(shape, code):
    assert dust_spots(np.full(shape, code, np.uint8)) == []
