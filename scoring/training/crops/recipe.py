"""The recipe of a ranker of crops: everything that decides what a training run makes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from scoring.training.card import Card
from scoring.training.recipe_plan import read_plan
from scoring.training.recipe_rules import identity_rules
from weights.entry import Preprocessing

KIND = "crop_ranker"
"""What `kind` says in the recipe and in the entry."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is made of each photo."""

    canvases: int
    """How often it is put on a larger canvas."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long, and how fast."""

    hidden: int
    steps: int
    pairs: int
    """Pairs a step."""
    rate: float
    decay: float
    same_worth: float


@dataclass(frozen=True, slots=True)
class CropRecipe:
    """One training run."""

    kind: str
    name: str
    dataset: str
    seed: int
    card: Card
    preprocessing: Preprocessing
    lessons: Lessons
    schedule: Schedule


def read_crop_recipe(recipe: str | Path) -> CropRecipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    return read_plan(recipe, CropRecipe, _rules)


def _rules(plan: CropRecipe) -> dict[str, bool]:
    schedule = plan.schedule
    return {
        f"kind must be {KIND}": plan.kind == KIND,
        **identity_rules(plan.name, plan.seed),
        "lessons.canvases must be in 1..20": 1 <= plan.lessons.canvases <= 20,
        "schedule.hidden must be in 1..256": 1 <= schedule.hidden <= 256,
        "schedule.steps must be at least 2": schedule.steps >= 2,
        "schedule.pairs must be at least 1": schedule.pairs >= 1,
        "schedule.rate must be above 0": 0.0 < schedule.rate < math.inf,
        "schedule.decay must be at least 0": 0.0 <= schedule.decay < math.inf,
        "schedule.same_worth must be at least 0": 0.0 <= schedule.same_worth < math.inf,
    }
