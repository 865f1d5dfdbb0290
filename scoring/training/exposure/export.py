"""Writes what ships of an exposure map: the folded network as safetensors and ONNX, half precision on disk, and its entry."""

from __future__ import annotations

import warnings
from pathlib import Path

import onnx
import torch

from scoring.models.exposure_map import ExposureMap
from scoring.models.onnx_export import OPSET
from scoring.training.exposure.entry import exposure_entry
from scoring.training.exposure.held_out import Results
from scoring.training.exposure.recipe import ExposureRecipe
from scoring.training.onnx_graph import store_in_half_precision
from scoring.training.shipped_files import write_together

EXAMPLE_PX = (128, 192)
"""Height and width of the picture that the exporter follows; any multiples of 16 will do afterwards."""


def export_exposure_map(
    plan: ExposureRecipe, network: ExposureMap, output: Path, results: Results
) -> tuple[Path, Path, Path]:
    """Write ONNX, safetensors and entry of a network `as_shipped`; what was there before stays until all three are whole.

    Raises `CheckpointError` or `OSError` where there is no room.
    """
    return write_together(
        output / plan.name,
        network,
        lambda path: write_onnx(network, path),
        lambda digests: exposure_entry(plan, digests, results),
    )


def write_onnx(network: ExposureMap, file: Path) -> None:
    """`picture` (N, H, W, 3) uint8 -> `ev` and `scale_ev` (N, H/4, W/4); kernels stored in half precision."""
    axes = {name: {0: "photos", 1: f"{size}_height", 2: f"{size}_width"} for name, size in _PLANES.items()}
    with warnings.catch_warnings(), torch.inference_mode():
        # torch announces its newer exporter; this network holds nothing that the established one does not write exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(1, *EXAMPLE_PX, 3, dtype=torch.uint8),),
            str(file),
            input_names=["picture"],
            output_names=["ev", "scale_ev"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    model = onnx.load(file)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, file)


_PLANES = {"picture": "picture", "ev": "map", "scale_ev": "map"}
