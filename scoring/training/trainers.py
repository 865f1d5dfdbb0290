"""Which training a recipe asks for: of a rating network or of a smaller one (exposure map, crops, subjects, tilts, embeddings)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.training.recipe import RECIPES

if TYPE_CHECKING:
    from scoring.training.report import Report
    from scoring.training.run import Trained
    from scoring.training.sources import Sources

    Trainer = Callable[[str | Path, Sources, Report, str], Trained]

EXPOSURE_MAP, CROP_RANKER, SALIENCY, TILT_READER = "exposure_map", "crop_ranker", "saliency", "tilt_reader"
EMBEDDER = "embedder"
"""What `kind` says in the recipe of these; that of a rating network says none."""


def trainer_of(recipe: str | Path) -> Trainer:
    """The training for `recipe`, a shipped one's name or a TOML file; of what is missing or damaged the rating network's tells.

    Each training is loaded when it is asked for, torch with it.
    """
    kind = kind_of(recipe)
    if kind == EXPOSURE_MAP:
        from scoring.training.exposure.run import train_exposure_map

        return train_exposure_map
    if kind == CROP_RANKER:
        from scoring.training.crops.run import train_crop_ranker

        return train_crop_ranker
    if kind == SALIENCY:
        from scoring.training.saliency.run import train_saliency

        return train_saliency
    if kind == TILT_READER:
        from scoring.training.tilts.run import train_tilt_reader

        return train_tilt_reader
    if kind == EMBEDDER:
        from scoring.training.embedder.run import train_embedder

        return train_embedder
    from scoring.training.run import train

    return train


def kind_of(recipe: str | Path) -> object:
    """What the recipe says of its kind; None where it says nothing or cannot be read."""
    path = Path(recipe) if Path(recipe).suffix == ".toml" else RECIPES / f"{recipe}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("kind")
    except (OSError, ValueError):
        return None
