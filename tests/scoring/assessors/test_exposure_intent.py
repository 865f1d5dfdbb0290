"""What reading intent from tones promises."""

import pytest

from scoring.assessors.exposure_intent import Intent, read_intent
from scoring.assessors.exposure_subject import SubjectExposure
from scoring.assessors.tones import Tones
from scoring.clipping import Clipping


def tones(mid_ev=0.0, lit_ev=0.0, unblown_ev=0.0, brightest_ev=1.0):
    return Tones(mid_ev, lit_ev, unblown_ev, range_ev=6.0, brightest_ev=brightest_ev, deep_shadow_fraction=0.1)


def clipping(white=0.0, white_border=0.0):
    return Clipping(white, white, white_border, 0.0, (white,) * 3, (0.0,) * 3)


def subject(tone_ev, around_ev, confidence=1.0):
    return SubjectExposure(tone_ev, confidence, 0.0, 0.0, tone_ev, around_ev)


@pytest.mark.parametrize("ev", [-2.0, -1.0, -0.5, 0.0, 0.5])
def test_intent_sees_none_in_an_ordinary_scene(ev):
    assert read_intent(tones(ev, ev, ev, ev + 1.0), clipping(), subject(ev, ev)) == Intent(0.0, 0.0, 0.0, 0.0, 0.0)


def test_intent_sees_low_key_where_the_lit_part_stands_far_above_the_mid_tones():
    assert read_intent(tones(mid_ev=-5.0, lit_ev=0.2), clipping(), None).low_key == 1.0


def test_intent_sees_a_dark_mood_where_highlights_reach_white():
    assert read_intent(tones(mid_ev=-2.5, lit_ev=-2.2, brightest_ev=2.4), clipping(), None).dark_mood == 1.0


def test_intent_takes_bright_without_clipping_for_high_key_but_not_with_clipping():
    unblown, blown = (read_intent(tones(1.3, 0.9, 1.2), clipping(white), None) for white in (0.0, 0.1))
    assert unblown.high_key == 1.0
    assert blown.high_key == 0.0


def test_intent_sees_a_white_backdrop_only_where_white_reaches_the_border_and_leaves_a_subject():
    product = read_intent(tones(1.6, 1.3, 0.1), clipping(0.5, 0.95), None)
    blown_subject = read_intent(tones(1.6, 1.3, 0.1), clipping(0.5, 0.2), None)
    nothing_left = read_intent(tones(2.3, 1.4, 0.1), clipping(0.95, 1.0), None)
    assert (product.white_backdrop, blown_subject.white_backdrop, nothing_left.white_backdrop) == (1.0, 0.0, 0.0)


def test_intent_sees_a_silhouette_where_a_sure_subject_is_black_before_light():
    assert read_intent(tones(), clipping(), subject(-4.0, 0.0)).silhouette == 1.0
    assert read_intent(tones(), clipping(), subject(-4.0, 0.0, confidence=0.0)).silhouette == 0.0


def test_intent_takes_a_black_subject_in_the_dark_for_no_silhouette():
    assert read_intent(tones(-4.0, -4.0), clipping(), subject(-4.5, -4.0)).silhouette == 0.0
