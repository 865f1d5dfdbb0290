"""Where a network begins: ImageNet weights in torchvision's layout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from scoring.models.nima import Nima
from scoring.training.recipe import RecipeError

State = Mapping[str, torch.Tensor]

OURS = "name a safetensors file of mobilenet_v2 in torchvision's layout with --backbone"


def load_backbone(network: Nima, file: Path) -> None:
    """Fill `network.blocks` from a safetensors file of torchvision's mobilenet_v2 (its classifier is left aside).

    Raises `RecipeError` when the file is missing, no safetensors file or another network's.
    """
    if not file.is_file():
        raise RecipeError(f"no backbone weights at {file}", OURS)
    try:
        stored = load_file(file)
    except SafetensorError as error:
        raise RecipeError(f"{file.name} is not a whole safetensors file: {error}", OURS) from error
    state = {
        name: value.float() if value.is_floating_point() else value
        for name, value in stored.items()
        if name.startswith("features.")
    }
    difference = first_difference(network.blocks.state_dict(), state)
    if difference is not None:
        raise RecipeError(f"{file.name} does not hold torchvision's mobilenet_v2: {difference}", OURS)
    network.blocks.load_state_dict(state)


def first_difference(wanted: State, given: State) -> str | None:
    """The first parameter that is missing, of another shape, or too many."""
    for name, value in wanted.items():
        if name not in given:
            return f"{name} is missing"
        if given[name].shape != value.shape:
            return f"{name} is {list(given[name].shape)}, not {list(value.shape)}"
    return next((f"{name} does not belong to it" for name in given if name not in wanted), None)


def embeddings(features: torch.Tensor) -> torch.Tensor:
    """(N, 5632) pooled features -> (N, 1280) of L2 norm 1: the last block's means, which tell scenes apart."""
    return torch.nn.functional.normalize(features[:, -2560:-1280], dim=1)
