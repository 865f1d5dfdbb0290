"""NIMA on MobileNet as Keras saves it: HDF5, kernels as (height, width, in, out), depthwise ones as (height, width, channel, 1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import torch

from scoring.checkpoints.read_tensors import Tensors
from scoring.checkpoints.strict_load import LayoutError, loaded
from scoring.models.mobilenet_v1 import nima_mobilenet_v1
from scoring.models.rating_network import RatingNetwork

NORM = {"gamma": "weight", "beta": "bias", "moving_mean": "running_mean", "moving_variance": "running_var"}
"""Keras' names for a batch normalisation's numbers -> torch's."""

KERNELS = ("kernel", "depthwise_kernel")
"""Keras 2 gave depthwise kernels a name of their own, Keras 3 does not."""

WHOLE_MODEL = "model_weights/"
OPTIMIZER = "optimizer_weights/"
"""Where Keras puts the weights, and what it needs to train on, when the whole model is saved."""

BLOCK_LAYER = re.compile(r"conv_(?P<kind>dw|pw)_(?P<number>\d+)(?P<norm>_bn)?")
HEAD_LAYER = re.compile(r"dense(_\d+)?")
"""Names that keras.applications.mobilenet and Keras' own numbering give the layers."""


def keras_mobilenet_v1(files: Mapping[str, Tensors], table: Mapping[str, Any]) -> RatingNetwork:
    """The network with the parameters of `files["network"]`; raises `LayoutError`."""
    return loaded(lambda: nima_mobilenet_v1(table), dict(renamed(name, v) for name, v in weights_in(files["network"])))


def weights_in(tensors: Tensors) -> list[tuple[str, torch.Tensor]]:
    """The datasets that are weights, by their path below the model."""
    return [
        (name.removeprefix(WHOLE_MODEL), value) for name, value in tensors.items() if not name.startswith(OPTIMIZER)
    ]


def renamed(path: str, value: torch.Tensor) -> tuple[str, torch.Tensor]:
    """`conv_dw_1/conv_dw_1/depthwise_kernel` (3, 3, C, 1) -> `blocks.0.depthwise.convolution.weight` (C, 1, 3, 3)."""
    layer, weight = path.split("/", 1)[0], path.rsplit("/", 1)[-1]
    place = place_of(layer)
    if place == "head":
        return (f"head.{weight}".replace("kernel", "weight"), value.T if weight == "kernel" else value)
    if place.endswith(".norm"):
        return f"{place}.{NORM.get(weight, weight)}", value
    if weight in KERNELS and value.ndim == 4:
        # A depthwise kernel is laid out (height, width, channel, 1), any other (height, width, in, out).
        axes = (2, 3, 0, 1) if place.endswith("depthwise.convolution") else (3, 2, 0, 1)
        return f"{place}.weight", value.permute(*axes)
    return f"{place}.{weight}", value


def place_of(layer: str) -> str:
    """Where a Keras layer stands in our network: `conv1_bn` -> `first.norm`; raises `LayoutError` for any other layer."""
    if layer in ("conv1", "conv1_bn"):
        return "first.norm" if layer == "conv1_bn" else "first.convolution"
    if HEAD_LAYER.fullmatch(layer):
        return "head"
    if found := BLOCK_LAYER.fullmatch(layer):
        kind = "depthwise" if found["kind"] == "dw" else "pointwise"
        return f"blocks.{int(found['number']) - 1}.{kind}.{'norm' if found['norm'] else 'convolution'}"
    raise LayoutError(f"it holds a layer {layer!r}")
