"""The recipe of an embedder: everything that decides what a training run makes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from scoring.training.card import Card
from scoring.training.recipe_plan import read_plan
from scoring.training.recipe_rules import identity_rules
from weights.entry import Preprocessing

KIND = "embedder"
"""What `kind` says in the recipe and in the entry."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is made of each photo."""

    views: int
    """How many beside the photo as it is."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What is learned."""

    features_of: str
    """The rating weights whose features are read."""
    components: int
    """How many directions of the features are looked at: those in which photos differ most."""
    dimension: int
    shrinkage: float
    """How much of the mean variance within photos is added in every direction, lest a quiet one be trusted by chance."""


@dataclass(frozen=True, slots=True)
class EmbedderRecipe:
    """One training run."""

    kind: str
    name: str
    dataset: str
    seed: int
    card: Card
    preprocessing: Preprocessing
    lessons: Lessons
    projection: Projection


def read_embedder_recipe(recipe: str | Path) -> EmbedderRecipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    return read_plan(recipe, EmbedderRecipe, _rules)


def _rules(plan: EmbedderRecipe) -> dict[str, bool]:
    wanted = plan.projection
    return {
        f"kind must be {KIND}": plan.kind == KIND,
        **identity_rules(plan.name, plan.seed),
        "lessons.views must be in 1..100": 1 <= plan.lessons.views <= 100,
        "projection.dimension must be at least 1": wanted.dimension >= 1,
        "projection.components must be at least projection.dimension": wanted.components >= wanted.dimension,
        "projection.shrinkage must be above 0": 0.0 < wanted.shrinkage < math.inf,
    }
