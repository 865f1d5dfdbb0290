"""Trains a network from its recipe. torch is loaded only here, inside the call."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError
from scoring.training.sources import Sources


def train_network(
    recipe: str,
    sources: Sources,
    device: str,
    line: Callable[[str], None],
    step: Callable[[str, int, int], None],
) -> tuple[Path, ...]:
    """Run `recipe`, a shipped one's name or a TOML file, on `device`; returns the files that it wrote.

    `line` hears what is worth keeping, `step` how far a stage is, in photos.
    """
    data, backbone, output = sources.data, sources.backbone, sources.output
    if not data.is_dir():
        raise BadRequestError(f"there is no folder {data}", "name the data set's folder with --data")
    if backbone is not None and not backbone.is_file():
        raise BadRequestError(f"there is no file {backbone}", "name the weights to start from with --backbone")
    if output.exists() and not output.is_dir():
        raise BadRequestError(f"{output} is a file", "name a folder for the weights with --output")
    if importlib.util.find_spec("onnx") is None:
        raise AssistError(
            "training needs the package onnx, which is not installed",
            "install what training needs: .venv/bin/pip install -e '.[train]' in your clone of photo-assist",
        )
    from scoring.training.report import Report
    from scoring.training.trainers import trainer_of

    made = trainer_of(recipe)(recipe, sources, Report(line, step), device)
    return (made.onnx, made.safetensors, made.entry)
