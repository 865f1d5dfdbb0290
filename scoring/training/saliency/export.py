"""Writes what ships of a saliency network: the folded network as safetensors and ONNX, half precision on disk, and its entry."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch
from torch import nn

from scoring.models.onnx_export import OPSET
from scoring.models.saliency_network import SaliencyNetwork
from scoring.training.onnx_graph import merge_padding_into_convolutions, store_in_half_precision
from scoring.training.saliency.entry import saliency_entry
from scoring.training.saliency.held_out import Results
from scoring.training.saliency.recipe import SaliencyRecipe
from scoring.training.shipped_files import write_together

EXAMPLE_PX = (128, 192)
"""Height and width of the picture that the exporter follows; any multiples of 16 will do afterwards."""
_PLANES = {"picture": "picture", "saliency": "map"}


class _Likely(nn.Module):
    """The network's log odds as shares in [0, 1]."""

    def __init__(self, network: SaliencyNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        return torch.sigmoid(self.network(picture))


def export_saliency(
    plan: SaliencyRecipe, network: SaliencyNetwork, output: Path, results: Results
) -> tuple[Path, Path, Path]:
    """Write ONNX, safetensors and entry of a network `as_shipped`; what was there before stays until all three are whole.

    Raises `CheckpointError` or `OSError` where there is no room.
    """
    return write_together(
        output / plan.name,
        network,
        lambda path: write_onnx(network, path),
        lambda digests: saliency_entry(plan, digests, results),
    )


def write_onnx(network: SaliencyNetwork, file: Path) -> None:
    """`picture` (N, H, W, 3) uint8 -> `saliency` (N, H/4, W/4) in [0, 1]; kernels stored in half precision."""
    axes = {name: {0: "photos", 1: f"{size}_height", 2: f"{size}_width"} for name, size in _PLANES.items()}
    with warnings.catch_warnings(), torch.inference_mode():
        # torch announces its newer exporter; this network holds nothing that the established one does not write exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Likely(network),
            (torch.zeros(1, *EXAMPLE_PX, 3, dtype=torch.uint8),),
            str(file),
            input_names=["picture"],
            output_names=["saliency"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    model = onnx.load(file)
    merge_padding_into_convolutions(model)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, file)
