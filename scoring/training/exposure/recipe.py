"""The recipe of an exposure map: everything that decides what a training run makes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from scoring.models.exposure_map import MULTIPLE_PX
from scoring.training.card import Card
from scoring.training.recipe_plan import read_plan
from scoring.training.recipe_rules import identity_rules
from weights.entry import Preprocessing

KIND = "exposure_map"
"""What `kind` says in the recipe and in the entry."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is done to the photos."""

    largest_step_ev: float
    """The whole picture gets up to so much more or less light."""
    untouched_share: float
    """Share of the photos that are shown as they are too, of any tones that people liked."""
    stored_px: int
    """Photos are kept and re-exposed as squares of this edge, and averaged down to the input afterwards."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long, and how fast."""

    steps: int
    photos: int
    """Scenes a step; each is seen at two exposures."""
    rate: float
    warm_up_share: float
    average_decay: float
    step_loss: float
    """Weight of the error of the difference between the two exposures of a scene, beside the error of each."""
    checkpoint_every: int
    """Steps after which an interrupted run goes on."""


@dataclass(frozen=True, slots=True)
class ExposureRecipe:
    """One training run."""

    kind: str
    name: str
    dataset: str
    seed: int
    card: Card
    preprocessing: Preprocessing
    lessons: Lessons
    schedule: Schedule


def read_exposure_recipe(recipe: str | Path) -> ExposureRecipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    return read_plan(recipe, ExposureRecipe, _rules)


def _rules(plan: ExposureRecipe) -> dict[str, bool]:
    """Each rule, and whether it is kept: outside these bounds a run would end in the middle of its work, or never begin."""
    lessons, schedule, shape = plan.lessons, plan.schedule, plan.preprocessing
    return {
        f"kind must be {KIND}": plan.kind == KIND,
        **identity_rules(plan.name, plan.seed),
        "preprocessing.fit must be area": shape.fit == "area",
        f"preprocessing.multiple_of_px must be a multiple of {MULTIPLE_PX}": shape.multiple_of_px > 0
        and shape.multiple_of_px % MULTIPLE_PX == 0,
        "preprocessing.edge_px must be in 64..512": 64 <= shape.edge_px <= 512,
        "preprocessing.long_edge_px must be in edge_px..4096": shape.edge_px <= shape.long_edge_px <= 4096,
        "lessons.largest_step_ev must be above 0 and at most 6": 0.0 < lessons.largest_step_ev <= 6.0,
        "lessons.untouched_share must be in 0..1": 0.0 <= lessons.untouched_share <= 1.0,
        "lessons.stored_px must be in 64..1024": 64 <= lessons.stored_px <= 1024,
        "schedule.steps must be at least 2": schedule.steps >= 2,
        "schedule.photos must be at least 1": schedule.photos >= 1,
        "schedule.rate must be above 0": 0.0 < schedule.rate < math.inf,
        "schedule.warm_up_share must be between 0 and 1": 0.0 < schedule.warm_up_share < 1.0,
        "schedule.average_decay must be at least 0 and below 1": 0.0 <= schedule.average_decay < 1.0,
        "schedule.step_loss must be at least 0": 0.0 <= schedule.step_loss < math.inf,
        "schedule.checkpoint_every must be at least 1": schedule.checkpoint_every >= 1,
    }
