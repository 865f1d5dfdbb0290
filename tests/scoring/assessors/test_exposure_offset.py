"""What fusing map, mid-tones and lit part promises."""

import pytest

from scoring.assessors.exposure_offset import fused_ev


@pytest.mark.parametrize("ev", [-3.0, -0.4, 0.0, 1.2])
def test_offset_is_what_all_agree_on(ev):
    assert fused_ev(ev, ev, ev) == pytest.approx(ev)


def test_offset_lies_between_map_and_mid_tones():
    assert -1.0 < fused_ev(-1.0, 0.0, -0.5) < 0.0


def test_offset_of_a_dark_frame_is_drawn_towards_its_lit_part():
    assert fused_ev(-4.0, -5.0, 0.0) > fused_ev(-4.0, -5.0, -4.0)


def test_offset_rises_with_each_of_them():
    assert fused_ev(-0.9, -1.0, 0.5) > fused_ev(-1.0, -1.0, 0.5)
    assert fused_ev(-1.0, -0.9, 0.5) > fused_ev(-1.0, -1.0, 0.5)
    assert fused_ev(-3.0, -3.0, 0.6) > fused_ev(-3.0, -3.0, 0.5)
