"""Reads the recipe of a small network: one TOML as one dataclass, whose rules are kept."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from scoring.training.recipe import COMPARE, RECIPES, RecipeError
from scoring.training.toml_table import TableError, table_as

Plan = TypeVar("Plan")


def read_plan(recipe: str | Path, kind: type[Plan], rules: Callable[[Plan], Mapping[str, bool]]) -> Plan:
    """A recipe by its name or by the path of its TOML, as the dataclass `kind`; raises `RecipeError`.

    `rules`: each rule in words, and whether the plan keeps it; the first that is broken is told.
    """
    path = Path(recipe) if Path(recipe).suffix == ".toml" else RECIPES / f"{recipe}.toml"
    try:
        plan = table_as(kind, tomllib.loads(path.read_text(encoding="utf-8")))
    except TableError as error:
        raise RecipeError(f"{path.name}: {error}", COMPARE) from error
    broken = next((rule for rule, kept in rules(plan).items() if not kept), None)
    if broken is not None:
        raise RecipeError(f"{path.name}: {broken}", COMPARE)
    return plan
