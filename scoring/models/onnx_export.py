"""A rating network as an ONNX file: any number of pictures, and any height and width unless it wants a square."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from torch import nn

from scoring.models.rating_network import RatingNetwork
from weights.entry import Preprocessing

OPSET = 17
"""ONNX operator set 17 (2022): every ONNX Runtime that we allow reads it."""

NOT_SQUARE_PX = 32
"""So much longer is one edge of the example where edges may differ, lest the exporter take them for equal."""


def export_onnx(network: RatingNetwork, file: Path, wanted: Preprocessing) -> None:
    """Write `picture` (N, 3, H, W) -> `rating_dist` (N, 10), and `features` (N, F) where the network tells them."""
    outputs = ["rating_dist", "features"] if network.tells_features else ["rating_dist"]
    axes = {"picture": {0: "photos"}, **{name: {0: "photos"} for name in outputs}}
    height, width = wanted.edge_px, wanted.edge_px
    if wanted.fit != "square":
        axes["picture"] |= {2: "height", 3: "width"}
        width += NOT_SQUARE_PX
    with warnings.catch_warnings(), torch.inference_mode():
        # torch announces its newer exporter; these networks hold nothing that the established one does not write exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _WithFeatures(network).eval() if network.tells_features else network,
            (torch.zeros(1, 3, height, width),),
            str(file),
            input_names=["picture"],
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


class _WithFeatures(nn.Module):
    """(N, 3, H, W) -> the ratings, and the features that they were read from."""

    def __init__(self, network: RatingNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, batch: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.network.features(batch).float()
        return self.network.rated(features), features
