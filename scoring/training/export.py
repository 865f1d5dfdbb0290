"""Writes what ships of a rating network: the folded network as safetensors and ONNX, half precision on disk, and its entry."""

from __future__ import annotations

from pathlib import Path

import onnx

from scoring.models.onnx_export import export_onnx
from scoring.models.rating_network import RatingNetwork
from scoring.training.entry_toml import Learned, entry_toml
from scoring.training.onnx_graph import merge_padding_into_convolutions, store_in_half_precision
from scoring.training.recipe_tables import Recipe
from scoring.training.shipped_files import write_together
from weights.entry import Preprocessing


def export_weights(plan: Recipe, network: RatingNetwork, output: Path, learned: Learned) -> tuple[Path, Path, Path]:
    """Write ONNX, safetensors and entry of a network `as_shipped`; both formats hold the same numbers.

    What was there before stays until all three are whole. Raises `CheckpointError` or `OSError` where there is no room.
    """
    return write_together(
        output / plan.name,
        network,
        lambda path: write_onnx(network, path, plan.preprocessing),
        lambda digests: entry_toml(plan, digests, learned),
    )


def write_onnx(network: RatingNetwork, path: Path, wanted: Preprocessing) -> None:
    """Export with free batch, and height and width unless they are fixed; store the parameters in half precision."""
    export_onnx(network, path, wanted)
    model = onnx.load(path)
    merge_padding_into_convolutions(model)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)
