"""Where a network begins: ImageNet weights in torchvision's layout."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file

from scoring.models.nima import Nima
from scoring.training.recipe import RecipeError


def load_backbone(network: Nima, file: Path) -> None:
    """Fill `network.blocks` from a safetensors file of torchvision's mobilenet_v2 (its classifier is left aside).

    Raises `RecipeError` when the file is missing or another network's.
    """
    if not file.is_file():
        raise RecipeError(f"no backbone weights at {file}", "name a mobilenet_v2 safetensors file with --backbone")
    state = {name: value.float() if value.is_floating_point() else value for name, value in load_file(file).items()}
    try:
        network.blocks.load_state_dict({name: value for name, value in state.items() if name.startswith("features.")})
    except RuntimeError as error:
        raise RecipeError(
            f"{file.name} does not hold torchvision's mobilenet_v2", str(error).splitlines()[0]
        ) from error


def embeddings(features: torch.Tensor) -> torch.Tensor:
    """(N, 5632) pooled features -> (N, 1280) of L2 norm 1: the last block's means, which tell scenes apart."""
    return torch.nn.functional.normalize(features[:, -2560:-1280], dim=1)
