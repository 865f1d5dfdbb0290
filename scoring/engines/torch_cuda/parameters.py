"""A network with the parameters of a weights file."""

from __future__ import annotations

from typing import TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from weights.entry import WeightsEntry
from weights.registry import WeightsError, how_to_mend

Network = TypeVar("Network", bound=nn.Module)


def with_parameters(network: Network, entry: WeightsEntry) -> Network:
    """`network`, folded as shipped files are, with the parameters of `entry`; raises `WeightsError` where they do not fit."""
    try:
        network.load_state_dict(parameters_of(entry))
    except RuntimeError as error:
        raise _not_its(entry) from error
    return network


def parameters_of(entry: WeightsEntry) -> dict[str, torch.Tensor]:
    """By name, float32; raises `WeightsError` where the file cannot be read as safetensors."""
    try:
        return {name: value.float() for name, value in load_file(entry.files["safetensors"].path).items()}
    except SafetensorError as error:
        raise _not_its(entry) from error


def _not_its(entry: WeightsEntry) -> WeightsError:
    file = entry.files["safetensors"].path
    return WeightsError(f"{file.name} does not hold the network of {entry.name}", how_to_mend(entry))
