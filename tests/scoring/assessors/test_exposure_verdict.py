"""What the verdict on measured exposure promises."""

from dataclasses import replace

import pytest

from scoring.assessors.exposure_verdict import DOUBTS, LEVELS, SURE, by_nature, judge_exposure, level_of, paled_ev
from scoring.ranking.exposure_rules import load_exposure_rules
from tests.scoring.assessors.made_facts import blown, made_facts

AUTO, PORTRAIT, PRODUCT = (load_exposure_rules(name) for name in ("auto", "portrait", "product"))


def before_white(**differing):
    """A thing before a white backdrop that fills half of the frame."""
    ground = {"backdrop": 0.5, "backdrop_white": 0.5, "backdrop_highlights": 0.5, "white_backdrop": 1.0}
    return replace(blown(0.5), **{**ground, **differing})


def test_verdict_on_a_photo_without_fault_is_normal_and_sure():
    verdict = judge_exposure(made_facts(), AUTO)
    assert verdict.level == "normal"
    assert verdict.value > 0.9
    assert verdict.confidence == SURE


def test_levels_run_from_severely_under_to_severely_over():
    assert [level_of(ev) for ev in (-2.5, -1.3, 0.0, 1.2, 3.0)] == list(LEVELS)


def test_verdict_likes_a_little_brighter_more_than_a_little_darker():
    assert judge_exposure(made_facts(0.5), AUTO).value > judge_exposure(made_facts(-0.5), AUTO).value


@pytest.mark.parametrize("direction", [-1.0, 1.0])
def test_value_falls_as_a_photo_gets_too_dark_or_too_bright(direction):
    values = [judge_exposure(made_facts(direction * step), AUTO).value for step in (1.0, 1.5, 2.0, 2.5)]
    assert values == sorted(set(values), reverse=True)


@pytest.mark.parametrize("sign", sorted(DOUBTS))
@pytest.mark.parametrize("ev", [-1.4, 0.3, 1.2])
def test_signs_of_intent_lower_the_confidence_and_not_the_value(sign, ev):
    plain = judge_exposure(made_facts(ev), AUTO)
    meant = judge_exposure(made_facts(ev, **{sign: 1.0}, mid_ev=ev - 5.0 if sign == "low_key" else ev), AUTO)
    assert meant.value == pytest.approx(plain.value)
    assert meant.confidence < plain.confidence


def test_verdict_on_a_dark_frame_is_about_its_lit_part():
    night = made_facts(-4.0, lit_ev=0.2, low_key=1.0)
    assert judge_exposure(night, AUTO).judged_ev == pytest.approx(0.2)
    assert judge_exposure(night, AUTO).level == "normal"


def test_verdict_before_a_white_backdrop_is_about_what_stands_before_it():
    product = before_white(ev=1.6, before_ev=0.1)
    assert judge_exposure(product, AUTO).judged_ev == pytest.approx(0.1)
    assert judge_exposure(product, AUTO).value > 0.9


def test_verdict_on_a_frame_without_contrast_is_half_as_sure():
    assert judge_exposure(made_facts(range_ev=0.5), AUTO).confidence == pytest.approx(SURE / 2)


def test_verdict_costs_white_only_beyond_the_backdrop():
    thing = {"ev": 2.0, "before_ev": 0.3}
    clean = judge_exposure(before_white(**thing), PRODUCT).value
    assert clean > 0.9
    assert judge_exposure(before_white(**thing, white=1.0, highlights=1.0), PRODUCT).value < clean - 0.05


def test_verdict_of_portrait_rules_is_about_the_face_and_not_the_suit_before_the_white_wall():
    suit = before_white(ev=1.0, before_ev=-2.0, subject_ev=0.3, subject_confidence=0.9)
    assert judge_exposure(replace(suit, subject_face=1.0), PORTRAIT).level == "normal"
    assert judge_exposure(suit, PORTRAIT).level == "severely under"


def test_verdict_on_a_thing_that_may_be_dark_by_nature_is_less_sure_and_no_milder():
    dark = made_facts(0.0, subject_ev=-1.5, subject_confidence=1.0)
    thing, face = (judge_exposure(replace(dark, subject_face=is_face), PRODUCT) for is_face in (0.0, 1.0))
    assert thing.value == face.value
    assert thing.confidence < face.confidence == SURE
    assert judge_exposure(dark, AUTO).confidence == SURE


def test_nothing_reflects_so_little_that_it_is_four_stops_dark_by_nature():
    assert [by_nature(ev) for ev in (0.3, -1.5, 1.5, -4.0)] == [0.0, 1.0, 1.0, 0.0]


SNOW = made_facts(0.2, brightest_ev=1.47, pale=0.6, greyed=1.0)


def test_verdict_on_snow_that_came_out_grey_is_a_little_dark_and_less_sure():
    verdict = judge_exposure(SNOW, AUTO)
    assert verdict.level == "slightly under"
    assert verdict.judged_ev == pytest.approx(-1.0, abs=0.05)
    assert verdict.confidence < 0.7 * SURE


def test_pale_things_darken_a_verdict_by_a_stop_and_a_half_at_most_and_brighten_none():
    assert paled_ev(replace(SNOW, ev=-2.0, brightest_ev=-3.0)) == pytest.approx(-3.5)
    assert paled_ev(replace(SNOW, ev=-1.5, brightest_ev=2.4)) == pytest.approx(-1.5)


def test_verdict_on_a_pale_frame_that_is_dark_as_a_whole_is_sure():
    assert judge_exposure(replace(SNOW, ev=-2.5, brightest_ev=-1.0), AUTO).confidence == SURE


def test_verdict_is_unsure_where_dark_parts_cannot_be_brightened_without_loss():
    half_black = (0.3, 0.1, 0.2, 0.2, 0.2, *(0.0,) * 6)
    sunset = made_facts(-0.7, brightest_ev=2.47, zones=half_black)
    plain = judge_exposure(replace(sunset, brightest_ev=1.9), AUTO)
    assert judge_exposure(sunset, AUTO).value == plain.value
    assert judge_exposure(sunset, AUTO).confidence < plain.confidence == SURE
