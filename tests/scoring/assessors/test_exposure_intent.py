"""What reading intent from tones promises."""

import pytest

from scoring.assessors.clipping import Clipping
from scoring.assessors.exposure_intent import read_intent
from scoring.assessors.tones import Tones


def tones(mid_ev=0.0, lit_ev=0.0, unblown_ev=0.0, brightest_ev=1.0):
    return Tones(mid_ev, lit_ev, unblown_ev, range_ev=6.0, brightest_ev=brightest_ev, deep_shadow_fraction=0.1)


def clipping(white=0.0, white_border=0.0):
    return Clipping(white, white, white_border, 0.0, (white,) * 3, (0.0,) * 3)


@pytest.mark.parametrize("ev", [-2.0, -1.0, 0.0, 0.5])
def test_intent_judges_an_ordinary_scene_by_its_mid_tones(ev):
    intent = read_intent(tones(ev, ev, ev, ev + 1.0), clipping())
    assert intent.judged_ev == pytest.approx(ev)
    assert intent.doubt == 0.0


def test_intent_judges_low_key_by_its_lit_part_and_doubts():
    intent = read_intent(tones(mid_ev=-5.0, lit_ev=0.2), clipping())
    assert intent.low_key == 1.0
    assert intent.judged_ev == pytest.approx(0.2)
    assert intent.doubt > 0.5


def test_intent_forgives_half_of_the_darkness_where_highlights_reach_white():
    intent = read_intent(tones(mid_ev=-2.5, lit_ev=-2.2, brightest_ev=2.4), clipping())
    assert intent.dark_mood == 1.0
    assert intent.judged_ev == pytest.approx(-1.5)
    assert intent.doubt > 0.3


def test_intent_takes_bright_without_clipping_for_high_key_but_not_with_clipping():
    unblown, blown = (read_intent(tones(1.3, 0.9, 1.2), clipping(white)) for white in (0.0, 0.1))
    assert unblown.high_key == 1.0
    assert unblown.judged_ev < 1.3
    assert blown.high_key == 0.0
    assert blown.judged_ev == pytest.approx(1.3)


def test_intent_sees_a_white_backdrop_only_where_white_reaches_the_border_and_leaves_a_subject():
    product = read_intent(tones(1.6, 1.3, 0.1), clipping(0.5, 0.95))
    blown_subject = read_intent(tones(1.6, 1.3, 0.1), clipping(0.5, 0.2))
    nothing_left = read_intent(tones(2.3, 1.4, 0.1), clipping(0.95, 1.0))
    assert product.white_backdrop == 1.0
    assert product.judged_ev == pytest.approx(0.1)
    assert blown_subject.white_backdrop == 0.0
    assert nothing_left.white_backdrop == 0.0
