"""Exposure is judged anew by other rules from what was stored."""

import pytest

from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.exposure_rules import (
    RULES,
    UnknownExposureRulesError,
    judged_by,
    load_exposure_rules,
    re_judged,
    with_exposure_rules,
)
from tests.scoring.assessors.made_facts import blown, made_facts

NAMES = ("auto", "landscape", "night", "portrait", "product", "street")
BY = {name: load_exposure_rules(name) for name in NAMES}


def value(facts, name):
    return judged_by(facts, BY[name]).value


def test_all_rules_that_ship_are_there_and_called_like_their_file():
    assert tuple(sorted(path.stem for path in RULES.glob("*.toml"))) == NAMES
    assert all(rules.name == name for name, rules in BY.items())


@pytest.mark.parametrize("name", NAMES)
def test_rules_have_nothing_against_a_photo_without_fault(name):
    judged = judged_by(made_facts(subject_confidence=1.0), BY[name])
    assert judged.level == "normal"
    assert judged.value > 0.9
    assert judged.evidence["rules"] == name


def test_unknown_rules_are_refused_with_the_known_ones():
    with pytest.raises(UnknownExposureRulesError) as caught:
        load_exposure_rules("wedding")
    assert "portrait" in caught.value.hint
    assert caught.value.exit_code == 2


def test_portrait_forgives_a_blown_background_that_a_landscape_does_not():
    assert value(blown(0.2), "portrait") == pytest.approx(value(made_facts(), "portrait"))
    assert value(blown(0.2), "landscape") < 0.8


def test_portrait_does_not_forgive_a_blown_face():
    assert value(blown(0.02, subject_white=0.15, subject_confidence=1.0), "portrait") < 0.6


def test_portrait_judges_the_subject_where_a_landscape_judges_the_whole():
    backlit = made_facts(0.0, subject_ev=-1.5, subject_confidence=1.0)
    assert judged_by(backlit, BY["portrait"]).level == "slightly under"
    assert judged_by(backlit, BY["landscape"]).level == "normal"


def test_landscape_finds_two_percent_ideal_and_thirty_bad():
    assert value(blown(0.02), "landscape") == pytest.approx(value(made_facts(), "landscape"))
    assert value(blown(0.30), "landscape") == pytest.approx(0.4 * value(made_facts(), "landscape"))


def test_street_and_night_forgive_dark_parts_that_a_product_may_not_have():
    shade = made_facts(zones=(0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.0, 0.0))
    assert value(shade, "street") == value(made_facts(), "street")
    assert value(shade, "night") == value(made_facts(), "night")
    assert value(shade, "product") < value(made_facts(), "product")


def test_night_does_not_forgive_blown_lights():
    assert value(blown(0.20), "night") < 0.6


def test_night_rules_are_surer_of_a_night_than_auto():
    night = made_facts(-4.0, mid_ev=-5.0, lit_ev=0.2, low_key=1.0)
    assert judged_by(night, BY["night"]).confidence > judged_by(night, BY["auto"]).confidence


def test_product_forgives_a_white_background_but_no_shadow_on_the_product():
    assert value(blown(0.4), "product") == pytest.approx(value(made_facts(), "product"))
    assert value(made_facts(subject_shadows=0.2, subject_confidence=1.0), "product") < 0.6


def test_stored_assessment_is_judged_anew_and_back():
    stored = judged_by(blown(0.2), BY["auto"])
    assessments = {"exposure": stored, "focus": Assessment(0.5, 0.5, "soft", ())}
    portrait = with_exposure_rules(assessments, "portrait")
    assert portrait["exposure"].value > stored.value
    assert portrait["focus"] is assessments["focus"]
    assert with_exposure_rules(portrait, "auto")["exposure"] == stored


def test_abstention_stays_an_abstention():
    abstained = cannot_judge("The picture is too small to judge its exposure.")
    assert re_judged(abstained, BY["night"]) is abstained
    assert with_exposure_rules({}, "night") == {}
