"""The recipe of a small network is read whole or refused in a sentence."""

from dataclasses import dataclass

import pytest

from scoring.training.recipe import RecipeError
from scoring.training.recipe_plan import read_plan


@dataclass(frozen=True)
class Plan:
    steps: int


def rules(plan):
    return {"steps must be at least 1": plan.steps >= 1}


def read(tmp_path, text):
    recipe = tmp_path / "mine.toml"
    recipe.write_text(text)
    return read_plan(recipe, Plan, rules)


def test_recipe_becomes_its_plan(tmp_path):
    assert read(tmp_path, "steps = 3") == Plan(3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("steps = 0", "mine.toml: steps must be at least 1"),
        ("steps = 1\nspeed = 2", "mine.toml: speed is not a known key"),
    ],
)
def test_recipe_that_breaks_a_rule_is_refused_with_the_rule(tmp_path, text, told):
    with pytest.raises(RecipeError, match=told):
        read(tmp_path, text)
