"""What reading intent from tones promises."""

import numpy as np
import pytest

from scoring.assessors.exposure_intent import Intent, read_intent
from scoring.assessors.exposure_subject import SubjectExposure
from scoring.assessors.silhouettes import Foreground
from scoring.assessors.tones import Tones
from scoring.assessors.white_backdrop import WhiteBackdrop
from scoring.clipping import Clipping


def tones(mid_ev=0.0, lit_ev=0.0, brightest_ev=1.0):
    return Tones(mid_ev, lit_ev, range_ev=6.0, brightest_ev=brightest_ev, deep_shadow_fraction=0.1)


def clipping(white=0.0):
    return Clipping(white, white, 0.0, (white,) * 3, (0.0,) * 3)


def backdrop(evidence=0.0):
    return WhiteBackdrop(np.zeros((2, 3), np.bool_), evidence, 0.0, 0.0, 0.0)


def subject(tone_ev, around_ev, confidence=1.0, *, plain_black=True):
    return SubjectExposure(tone_ev, confidence, False, 0.0, 0.0, tone_ev, around_ev, plain_black)


@pytest.mark.parametrize("ev", [-2.0, -1.0, -0.5, 0.0, 0.5])
def test_intent_sees_none_in_an_ordinary_scene(ev):
    assert read_intent(tones(ev, ev, ev + 1.0), clipping(), backdrop(), subject(ev, ev)) == Intent(
        0.0, 0.0, 0.0, 0.0, 0.0
    )


def test_intent_sees_low_key_where_the_lit_part_stands_far_above_the_mid_tones():
    assert read_intent(tones(mid_ev=-5.0, lit_ev=0.2), clipping(), backdrop(), None).low_key == 1.0


def test_intent_sees_a_dark_mood_where_highlights_reach_white():
    assert read_intent(tones(mid_ev=-2.5, lit_ev=-2.2, brightest_ev=2.4), clipping(), backdrop(), None).dark_mood == 1.0


def test_intent_takes_bright_without_clipping_for_high_key_but_not_with_clipping():
    unblown, blown = (read_intent(tones(1.3, 0.9), clipping(white), backdrop(), None) for white in (0.0, 0.1))
    assert unblown.high_key == 1.0
    assert blown.high_key == 0.0


def test_intent_takes_a_white_backdrop_for_what_it_looks_like():
    assert read_intent(tones(), clipping(0.5), backdrop(0.7), None).white_backdrop == 0.7


def test_intent_sees_a_silhouette_where_a_sure_subject_is_black_before_light():
    assert read_intent(tones(), clipping(), backdrop(), subject(-4.0, 0.0)).silhouette == 1.0
    assert read_intent(tones(), clipping(), backdrop(), subject(-4.0, 0.0, confidence=0.0)).silhouette == 0.0


def test_intent_takes_a_black_subject_in_the_dark_for_no_silhouette():
    assert read_intent(tones(-4.0, -4.0), clipping(), backdrop(), subject(-4.5, -4.0)).silhouette == 0.0


def test_intent_sees_no_silhouette_in_a_dark_thing_that_shows_texture():
    cat = read_intent(tones(), clipping(), backdrop(), subject(-4.0, 0.0, plain_black=False))
    assert cat.silhouette == 0.0


def test_intent_takes_a_skyline_for_a_silhouette_where_it_is_black_and_for_a_mood_where_walls_show():
    roofs, houses = (
        read_intent(tones(), clipping(), backdrop(), None, Foreground(0.2, black=black)) for black in (True, False)
    )
    assert (roofs.silhouette, roofs.dark_mood) == (1.0, 0.0)
    assert (houses.silhouette, houses.dark_mood) == (0.0, 1.0)
