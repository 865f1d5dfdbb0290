"""Where a network begins: a trunk's published parameters, safetensors or a PyTorch state dict, never a pickle that runs code."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from scoring.training.checkpoint import TORN
from scoring.training.recipe import RecipeError

State = Mapping[str, torch.Tensor]

CLASSIFIERS = ("classifier.", "fc.", "head.", "heads.", "_fc.", "AuxLogits.", "aux1.", "aux2.")
"""What torchvision's networks, and the published EfficientNet-Lite files, call what is left aside."""


def load_backbone(trunk: nn.Module, name: str, file: Path, option: str = "--backbone") -> None:
    """Fill `trunk`, called `name`, from a file in torchvision's layout, or for EfficientNet-Lite in that of its PyTorch port.

    `option` is what the command line names it with. Raises `RecipeError` when the file is missing, damaged, or another network's.
    """
    hint = f"name the ImageNet weights of {name}, .safetensors or .pth, with {option}"
    if not file.is_file():
        raise RecipeError(f"no backbone weights at {file}", hint)
    try:
        stored = load_file(file) if file.suffix == ".safetensors" else torch.load(file, weights_only=True)
        given = {key: value.float() if value.is_floating_point() else value for key, value in stored.items()}
    except (SafetensorError, pickle.UnpicklingError, *TORN) as error:
        raise RecipeError(f"{file.name} is not a whole file of parameters", hint) from error
    state = {key: value for key, value in given.items() if not key.startswith(CLASSIFIERS)}
    wanted = trunk.state_dict()
    named = in_our_names(wanted, state)
    difference = first_difference(wanted, named)
    if difference is not None:
        raise RecipeError(f"{file.name} does not hold {name}: {difference}", hint)
    trunk.load_state_dict(named)


def in_our_names(wanted: State, state: State) -> State:
    """`state` with the names of `wanted`: torchvision's own, one level deeper, or by order where the port has names of its own."""
    if any(name.startswith("_conv_stem") for name in state):
        # The port lists convolution and batch norm after each other from stem to head, as ours does.
        return dict(zip(wanted, state.values(), strict=False)) if len(wanted) == len(state) else state
    prefix = "network." if next(iter(wanted)).startswith("network.") else ""
    return {prefix + name: value for name, value in state.items()}


def first_difference(wanted: State, given: State) -> str | None:
    """The first parameter that is missing, of another shape, or too many."""
    for name, value in wanted.items():
        if name not in given:
            return f"{name} is missing"
        if given[name].shape != value.shape:
            return f"{name} is {list(given[name].shape)}, not {list(value.shape)}"
    return next((f"{name} does not belong to it" for name in given if name not in wanted), None)
