"""A recipe: everything that decides what a training run makes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from weights.entry import Preprocessing

RECIPES = Path(__file__).parent / "recipes"


class RecipeError(Exception):
    """The recipe is unknown or not whole."""

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
    ridge_penalty: float
    schedule: Schedule


def read_recipe(recipe: str | Path) -> Recipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    path = Path(recipe) if Path(recipe).suffix == ".toml" else RECIPES / f"{recipe}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in RECIPES.glob("*.toml")))
        raise RecipeError(f"there is no recipe {recipe}", f"name one of: {known}; or give the path of a .toml")
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return Recipe(
            name=facts["name"],
            dataset=facts["dataset"],
            seed=facts["seed"],
            split=Split(**facts["split"]),
            preprocessing=Preprocessing(**facts["preprocessing"]),
            ridge_penalty=facts["start"]["ridge_penalty"],
            schedule=Schedule(**facts["schedule"]),
        )
    except (KeyError, TypeError) as error:
        raise RecipeError(
            f"{path.name} is not a whole recipe: {error}", "compare it with the bundled recipes"
        ) from error
