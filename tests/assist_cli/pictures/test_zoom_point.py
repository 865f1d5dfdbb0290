"""Where a closer look begins."""

from __future__ import annotations

import pytest

from assist_cli.pictures.zoom_point import zoom_point
from scoring.assessment import Assessment

SIZE = (1000, 500)


def said(**evidence):
    return {"focus": Assessment(0.5, 0.5, "good", ("Sharp.",), evidence)}


def test_camera_point_comes_before_the_sharp_region():
    found = zoom_point(said(target="af_point", target_px=[100, 100, 200, 200], sharp_region_px=[0, 0, 10, 10]), SIZE)
    assert found == (0.15, 0.3)


def test_sharp_region_where_nothing_was_aimed_at():
    assert zoom_point(said(target="none", target_px=None, sharp_region_px=[900, 400, 1000, 500]), SIZE) == (0.95, 0.9)


def test_one_eye_of_two_and_not_the_nose():
    # eyes at 330 and 430: 0.3 of their distance around each
    found = zoom_point(said(target="eyes", target_px=[300, 200, 460, 260]), SIZE)
    assert found == pytest.approx((0.33, 0.46))


def test_tilted_head_is_met_in_its_middle():
    assert zoom_point(said(target="eyes", target_px=[300, 200, 400, 300]), SIZE) == (0.35, 0.5)


@pytest.mark.parametrize("told", [{}, said(), said(target_px=None, sharp_region_px=None)])
def test_middle_where_nothing_is_known(told):
    assert zoom_point(told, SIZE) == (0.5, 0.5)


def test_point_lies_within_the_photo():
    assert zoom_point(said(target_px=[1100, -50, 1200, -10]), SIZE) == (1.0, 0.0)
