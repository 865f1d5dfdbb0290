"""Reading a recipe: everything that decides what a training run makes."""

from __future__ import annotations

import tomllib
from pathlib import Path

from scoring.training.recipe_rules import broken_rule
from scoring.training.recipe_tables import Recipe
from scoring.training.toml_table import TableError, table_as

RECIPES = Path(__file__).parent / "recipes"

COMPARE = "compare it with the recipes that ship, in scoring/training/recipes"


class RecipeError(Exception):
    """The recipe is unknown or not whole, or its backbone is another network's."""

    exit_code = 2

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def read_recipe(recipe: str | Path) -> Recipe:
    """A recipe by its name or by the path of its TOML; raises `RecipeError`."""
    path = Path(recipe) if Path(recipe).suffix == ".toml" else RECIPES / f"{recipe}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in RECIPES.glob("*.toml")))
        raise RecipeError(f"there is no recipe {recipe}", f"name one of: {known}; or give the path of a .toml")
    try:
        plan = table_as(Recipe, tomllib.loads(path.read_text(encoding="utf-8")))
    except TableError as error:
        raise RecipeError(f"{path.name}: {error}", COMPARE) from error
    except ValueError as error:  # TOML's, UTF-8's, and Python's own of a number with thousands of digits
        raise RecipeError(f"{path.name} is not TOML: {error}", "correct that place and run again") from error
    broken = broken_rule(plan)
    if broken is not None:
        raise RecipeError(f"{path.name}: {broken}", COMPARE)
    return plan
