"""Writes what ships: the folded network as safetensors and ONNX, half precision on disk, and its entry."""

from __future__ import annotations

import copy
from pathlib import Path

import onnx
import torch
from safetensors.torch import save_file

from scoring.models.onnx_export import export_onnx
from scoring.models.rating_network import RatingNetwork
from scoring.training.entry_toml import entry_toml
from scoring.training.onnx_graph import STORED_IN_HALF, merge_padding_into_convolutions, store_in_half_precision
from scoring.training.recipe_tables import Recipe
from weights.digest import sha256
from weights.entry import Preprocessing


def export_weights(
    plan: Recipe,
    network: RatingNetwork,
    output: Path,
    spread: str,
    results: dict[str, dict[str, object]],
    start: dict[str, dict[str, object]],
    percentiles: list[float],
) -> tuple[Path, Path, Path]:
    """Write `<name>.onnx`, `<name>.safetensors` and `<name>.toml` into `output`; both hold the same numbers.

    `spread` tells where the width of the distributions that it learned comes from.
    """
    folded = rounded_to_half(copy.deepcopy(network).fold_for_inference())
    safetensors = output / f"{plan.name}.safetensors"
    save_file({name: on_disk(value) for name, value in folded.state_dict().items()}, safetensors)
    exported = output / f"{plan.name}.onnx"
    write_onnx(folded, exported, plan.preprocessing)
    entry = output / f"{plan.name}.toml"
    digests = {file.suffix[1:]: (file.name, sha256(file)) for file in (exported, safetensors)}
    entry.write_text(entry_toml(plan, digests, spread, results, start, percentiles), encoding="utf-8")
    return exported, safetensors, entry


def rounded_to_half(network: RatingNetwork) -> RatingNetwork:
    """Round what is stored in half precision, in place, so that all formats compute with equal numbers."""
    with torch.no_grad():
        for value in (*network.parameters(), *network.buffers()):
            if value.ndim >= STORED_IN_HALF:
                value.copy_(value.half().float())
    return network


def on_disk(value: torch.Tensor) -> torch.Tensor:
    """A parameter as it is stored."""
    return (value.half() if value.ndim >= STORED_IN_HALF else value).contiguous()


def write_onnx(network: RatingNetwork, path: Path, wanted: Preprocessing) -> None:
    """Export with free batch, height and width, and store the parameters in half precision."""
    export_onnx(network, path, wanted)
    model = onnx.load(path)
    merge_padding_into_convolutions(model)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)
