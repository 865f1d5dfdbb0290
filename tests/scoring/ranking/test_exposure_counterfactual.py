"""How much light would have helped."""

import pytest

from scoring.assessment import cannot_judge
from scoring.assessors.exposure_verdict import level_of
from scoring.ranking.exposure_counterfactual import step_to_better, to_next_level, with_counterfactual
from scoring.ranking.exposure_rules import judged_by, load_exposure_rules
from tests.scoring.assessors.made_facts import made_facts


@pytest.mark.parametrize(
    ("ev", "step_ev", "level"),
    [(-1.3, 0.5, "normal"), (-2.5, 0.8, "slightly under"), (1.2, -0.3, "normal"), (2.0, -0.6, "slightly over")],
)
def test_step_leads_to_the_next_better_level(ev, step_ev, level):
    found = step_to_better(ev)
    assert (found.step_ev, found.level) == (step_ev, level)


@pytest.mark.parametrize("ev", [-6.0, -1.8, -1.799, -0.91, -0.9, 0.951, 1.5, 1.51, 4.0])
def test_step_reaches_the_level_that_it_promises(ev):
    found = step_to_better(ev)
    assert level_of(ev + found.step_ev) == found.level


@pytest.mark.parametrize("ev", [-0.8, 0.0, 0.95])
def test_normal_photo_needs_no_step(ev):
    assert step_to_better(ev) is None


def test_sentence_says_how_much_brighter_or_darker():
    assert step_to_better(-1.25).sentence == "0.4 EV brighter would count as normal (from 0.9 EV under)."
    assert step_to_better(1.2).sentence == "0.3 EV darker would count as normal (from 0.95 EV over)."


def test_step_follows_the_rules_by_which_the_photo_was_judged():
    backlit = made_facts(0.0, subject_ev=-1.3, subject_confidence=1.0)
    assert to_next_level(judged_by(backlit, load_exposure_rules("auto"))) is None
    assert to_next_level(judged_by(backlit, load_exposure_rules("portrait"))).step_ev == 0.5


def test_abstention_has_no_step():
    assert to_next_level(cannot_judge("Too small.")) is None


def test_sentence_is_added_to_the_reasons_of_a_photo_that_could_be_better():
    dark = judged_by(made_facts(-2.0), load_exposure_rules("auto"))
    told = with_counterfactual({"exposure": dark, "noise": cannot_judge("Too small.")})
    assert told["exposure"].reasons == (*dark.reasons, to_next_level(dark).sentence)
    assert told["noise"].reasons == ("Too small.",)


def test_nothing_is_added_where_nothing_would_be_better():
    well = {"exposure": judged_by(made_facts(0.0), load_exposure_rules("auto"))}
    assert with_counterfactual(well) == well
    assert with_counterfactual({}) == {}


@pytest.mark.parametrize(("ev", "empty"), [(-8.0, {"shadows": 1.0}), (3.6, {"white": 1.0, "highlights": 1.0})])
def test_frame_that_holds_nothing_has_no_step(ev, empty):
    assert to_next_level(judged_by(made_facts(ev, **empty), load_exposure_rules("auto"))) is None
    assert to_next_level(judged_by(made_facts(ev), load_exposure_rules("auto"))) is not None


@pytest.mark.parametrize(("ev", "told"), [(-0.95, False), (-1.05, False), (-1.15, True), (1.05, False), (1.2, True)])
def test_step_that_no_camera_can_set_is_not_told(ev, told):
    assert (to_next_level(judged_by(made_facts(ev), load_exposure_rules("auto"))) is not None) == told


@pytest.mark.parametrize("sign", ["silhouette", "dark_mood", "high_key", "white_backdrop", "greyed"])
def test_step_is_not_told_where_the_exposure_may_be_meant(sign):
    facts = made_facts(-1.4, before_ev=-1.4, **{sign: 1.0})
    judged = judged_by(facts, load_exposure_rules("auto"))
    assert judged.level != "normal"
    assert to_next_level(judged) is None


def test_step_is_not_told_where_brightening_would_cost_the_highlights():
    no_room = made_facts(-1.4, brightest_ev=2.47, zones=(0.4, *made_facts().zones[1:]))
    assert to_next_level(judged_by(no_room, load_exposure_rules("auto"))) is None
