"""Trains a network from its recipe. torch is loaded only here, inside the call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assist_cli.failures import BadRequestError


def train_network(
    recipe: str, data: Path, backbone: Path, output: Path, report: Callable[[str], None]
) -> tuple[Path, ...]:
    """Run `recipe`, a shipped one's name or a TOML file; returns the files that it wrote."""
    if not data.is_dir():
        raise BadRequestError(f"there is no folder {data}", "name the data set's folder with --data")
    if not backbone.is_file():
        raise BadRequestError(f"there is no file {backbone}", "name the weights to start from with --backbone")
    from scoring.training.run import Sources, train

    made = train(recipe, Sources(data, backbone, output), report)
    return (made.onnx, made.safetensors, made.entry)
