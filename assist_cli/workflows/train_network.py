"""Trains a network from its recipe. torch is loaded only here, inside the call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assist_cli.failures import BadRequestError


def train_network(recipe: str, data: Path, output: Path, report: Callable[[str], None]) -> Path:
    """Run `recipe`, a shipped one's name or a TOML file, on the data set in `data`; returns where the results are."""
    if not data.is_dir():
        raise BadRequestError(f"there is no folder {data}", "name the data set's folder with --data")
    from scoring.training.run import train

    train(Path(recipe) if recipe.endswith(".toml") else recipe, data, output, report)
    return output
