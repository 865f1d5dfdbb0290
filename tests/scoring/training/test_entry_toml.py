"""The entry that training writes is TOML and tells what a reader must know to trust its numbers."""

import tomllib
from dataclasses import replace

import pytest

from scoring.training.entry_toml import Learned, entry_toml
from scoring.training.recipe import read_recipe

PLAN = read_recipe("multi_level_efficientnet_lite0.biq2021")


@pytest.mark.parametrize("chosen", [PLAN.split.chosen_by_it, "", 'said "so" \\ über'])
def test_entry_says_what_was_chosen_by_the_held_out_photos(chosen):
    plan = replace(PLAN, split=replace(PLAN.split, chosen_by_it=chosen))
    learned = Learned("a prior", "a fifth", {"overall": {"srcc": 0.5}}, {"overall": {"srcc": 0.4}}, [1.0])
    text = entry_toml(plan, {"onnx": ("a.onnx", "0" * 64)}, learned)
    validation = tomllib.loads(text)["validation"]
    assert validation["chosen_by_it"] == chosen
    assert validation["overall"] == {"srcc": 0.5}


@pytest.mark.parametrize("subset", ["ss01", "Black and White", "a.b", 'said "so"', "São"])
def test_parts_of_a_set_keep_their_names_whatever_they_are(subset):
    facts = tomllib.loads(
        entry_toml(PLAN, {}, Learned("a prior", "", {subset: {"srcc": 0.5}}, {subset: {"srcc": 0.4}}, [1.0]))
    )
    assert facts["validation"][subset] == {"srcc": 0.5}
    assert facts["validation_of_the_start"] == {subset: {"srcc": 0.4}}


def test_entry_tells_how_to_build_the_network_and_where_its_spread_comes_from():
    facts = tomllib.loads(entry_toml(PLAN, {}, Learned('votes, "as" published', "by scene", {}, {}, [1.0])))
    assert facts["network"]["architecture"] == PLAN.network.architecture
    assert facts["data"]["spread"] == 'votes, "as" published'
    assert facts["dataset"] == PLAN.dataset
    assert facts["validation"]["split"].startswith("by scene; ")
