"""A recipe: everything that decides what a training run makes."""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from scoring.engines.network_input import FITS, SHORTEST_PX
from scoring.training.toml_table import TableError, table_as
from weights.entry import Preprocessing

RECIPES = Path(__file__).parent / "recipes"

COMPARE = "compare it with the recipes that ship, in scoring/training/recipes"


class RecipeError(Exception):
    """The recipe is unknown or not whole, or its backbone is another network's."""

    exit_code = 2

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Split:
    """How photos are kept for validation."""

    near_duplicate_cosine: float
    validation_share: float
    salt: str
    chosen_by_it: str
    """What of this recipe was chosen by agreement on photos held out like this, which flatters it; empty if nothing was."""


@dataclass(frozen=True, slots=True)
class Start:
    """How the head starts."""

    ridge_penalty: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the network is fine-tuned."""

    epochs: int
    annealed_over_epochs: int
    """The rates fall as if the run had this many epochs; at least `epochs`."""
    batch: int
    backbone_rate: float
    head_rate: float
    warm_up_share: float
    average_decay: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """One training run; `preprocessing` goes into the weights' entry as it stands."""

    name: str
    dataset: str
    seed: int
    split: Split
    preprocessing: Preprocessing
    start: Start
    schedule: Schedule


def read_recipe(recipe: str | Path) -> Recipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    path = Path(recipe) if Path(recipe).suffix == ".toml" else RECIPES / f"{recipe}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in RECIPES.glob("*.toml")))
        raise RecipeError(f"there is no recipe {recipe}", f"name one of: {known}; or give the path of a .toml")
    try:
        plan = table_as(Recipe, tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path.name} is not TOML: {error}", "correct that place and run again") from error
    except TableError as error:
        raise RecipeError(f"{path.name}: {error}", COMPARE) from error
    broken = broken_rule(plan)
    if broken is not None:
        raise RecipeError(f"{path.name}: {broken}", COMPARE)
    return plan


def broken_rule(plan: Recipe) -> str | None:
    """The first rule that `plan` breaks: outside these bounds a run would end in the middle of its work, or never begin."""
    split, shape, schedule = plan.split, plan.preprocessing, plan.schedule
    rules = {
        "name must be letters, digits, and - _ . within": re.fullmatch(r"\w[\w.-]*", plan.name) is not None,
        "seed must not be negative": plan.seed >= 0,
        "split.near_duplicate_cosine must be in 0..1": 0.0 <= split.near_duplicate_cosine <= 1.0,
        "split.validation_share must be between 0 and 1": 0.0 < split.validation_share < 1.0,
        "preprocessing.fit must be area, short_edge or square": shape.fit in FITS,
        "preprocessing.edge_px must be at least 32": shape.edge_px >= SHORTEST_PX,
        "preprocessing.multiple_of_px must be at least 1": shape.multiple_of_px >= 1,
        "preprocessing.long_edge_px must be at least edge_px": shape.long_edge_px >= shape.edge_px,
        "preprocessing.sd must be above 0": min(shape.sd) > 0.0,
        "start.ridge_penalty must be above 0": 0.0 < plan.start.ridge_penalty < math.inf,
        "schedule.epochs must be at least 1": schedule.epochs >= 1,
        "schedule.annealed_over_epochs must be at least epochs": schedule.annealed_over_epochs >= schedule.epochs,
        "schedule.batch must be at least 1": schedule.batch >= 1,
        "schedule's rates must be above 0": 0.0 < min(schedule.backbone_rate, schedule.head_rate) < math.inf,
        "schedule.warm_up_share must be between 0 and 1": 0.0 < schedule.warm_up_share < 1.0,
        "schedule.average_decay must be at least 0 and below 1": 0.0 <= schedule.average_decay < 1.0,
    }
    return next((rule for rule, kept in rules.items() if not kept), None)
