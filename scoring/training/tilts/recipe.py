"""The recipe of a reader of tilts: everything that decides what a training run makes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from scoring.training.card import Card
from scoring.training.recipe_plan import read_plan
from scoring.training.recipe_rules import identity_rules
from weights.entry import Preprocessing

KIND = "tilt_reader"
"""What `kind` says in the recipe and in the entry."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is made of each photo."""

    copies: int
    """How often it is turned."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long, and how fast."""

    hidden: int
    steps: int
    photos: int
    """Photos a step, with all their copies."""
    rate: float
    decay: float
    trust: float
    """What a copy counts of what it would if copies erred by chance alone."""


@dataclass(frozen=True, slots=True)
class TiltRecipe:
    """One training run."""

    kind: str
    name: str
    dataset: str
    seed: int
    card: Card
    preprocessing: Preprocessing
    lessons: Lessons
    schedule: Schedule


def read_tilt_recipe(recipe: str | Path) -> TiltRecipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    return read_plan(recipe, TiltRecipe, _rules)


def _rules(plan: TiltRecipe) -> dict[str, bool]:
    schedule = plan.schedule
    return {
        f"kind must be {KIND}": plan.kind == KIND,
        **identity_rules(plan.name, plan.seed),
        "lessons.copies must be in 1..100": 1 <= plan.lessons.copies <= 100,
        "schedule.hidden must be in 1..256": 1 <= schedule.hidden <= 256,
        "schedule.steps must be at least 2": schedule.steps >= 2,
        "schedule.photos must be at least 1": schedule.photos >= 1,
        "schedule.rate must be above 0": 0.0 < schedule.rate < math.inf,
        "schedule.decay must be at least 0": 0.0 <= schedule.decay < math.inf,
        "schedule.trust must be above 0, and at most 1": 0.0 < schedule.trust <= 1.0,
    }
