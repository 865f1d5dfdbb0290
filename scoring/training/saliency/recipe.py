"""The recipe of a saliency network: everything that decides what a training run makes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from scoring.models.saliency_network import MULTIPLE_PX
from scoring.training.card import Card
from scoring.training.recipe_plan import read_plan
from scoring.training.recipe_rules import identity_rules
from weights.entry import Preprocessing

KIND = "saliency"
"""What `kind` says in the recipe and in the entry."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is done to the photos."""

    stored_px: int
    """Photos are kept as squares of this edge; the input is cut out of them."""
    grounds: int
    """So many photos that tell no subject are kept to put others' subjects on."""
    composite_share: float
    """Share of the lessons in which the subject is on another photo's ground."""
    empty_share: float
    """Share in which there is ground alone, and nothing to find."""
    plain_share: float
    """Share in which the subject is a plain thing, drawn by us."""
    blurred_share: float
    """Share in which the whole picture is blurred, so that sharpness tells nothing."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long, and how fast."""

    steps: int
    photos: int
    rate: float
    trunk_rate: float
    decay: float
    warm_up_share: float
    average_decay: float
    checkpoint_every: int
    """Steps after which an interrupted run goes on."""


@dataclass(frozen=True, slots=True)
class SaliencyRecipe:
    """One training run."""

    kind: str
    name: str
    dataset: str
    seed: int
    card: Card
    preprocessing: Preprocessing
    lessons: Lessons
    schedule: Schedule


def read_saliency_recipe(recipe: str | Path) -> SaliencyRecipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    return read_plan(recipe, SaliencyRecipe, _rules)


def _rules(plan: SaliencyRecipe) -> dict[str, bool]:
    """Each rule, and whether it is kept: outside these bounds a run would end in the middle of its work, or never begin."""
    lessons, schedule, shape = plan.lessons, plan.schedule, plan.preprocessing
    shares = (lessons.composite_share, lessons.empty_share, lessons.plain_share)
    return {
        f"kind must be {KIND}": plan.kind == KIND,
        **identity_rules(plan.name, plan.seed),
        "preprocessing.fit must be area": shape.fit == "area",
        f"preprocessing.multiple_of_px must be a multiple of {MULTIPLE_PX}": shape.multiple_of_px > 0
        and shape.multiple_of_px % MULTIPLE_PX == 0,
        "preprocessing.edge_px must be in 64..512": 64 <= shape.edge_px <= 512,
        "preprocessing.long_edge_px must be in edge_px..4096": shape.edge_px <= shape.long_edge_px <= 4096,
        "lessons.stored_px must be in 256..1024": 256 <= lessons.stored_px <= 1024,
        "lessons.grounds must be at least 1": lessons.grounds >= 1,
        "the shares of lessons must be at least 0 and together at most 1": min(shares) >= 0.0 and sum(shares) <= 1.0,
        "lessons.blurred_share must be in 0..1": 0.0 <= lessons.blurred_share <= 1.0,
        "schedule.steps must be at least 2": schedule.steps >= 2,
        "schedule.photos must be at least 2": schedule.photos >= 2,
        "schedule.rate must be above 0": 0.0 < schedule.rate < math.inf,
        "schedule.trunk_rate must be above 0": 0.0 < schedule.trunk_rate < math.inf,
        "schedule.decay must be at least 0": 0.0 <= schedule.decay < math.inf,
        "schedule.warm_up_share must be between 0 and 1": 0.0 < schedule.warm_up_share < 1.0,
        "schedule.average_decay must be at least 0 and below 1": 0.0 <= schedule.average_decay < 1.0,
        "schedule.checkpoint_every must be at least 1": schedule.checkpoint_every >= 1,
    }
