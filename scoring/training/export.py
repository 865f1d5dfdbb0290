"""Writes what ships: the folded network as safetensors and ONNX, half precision on disk, and its entry."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import TypeVar

import onnx
import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import nn

from scoring.models.exposure_map import ExposureMap
from scoring.models.onnx_export import export_onnx
from scoring.models.rating_network import RatingNetwork
from scoring.training.checkpoint import MAKE_ROOM, CheckpointError
from scoring.training.entry_toml import Learned, entry_toml
from scoring.training.onnx_graph import STORED_IN_HALF, merge_padding_into_convolutions, store_in_half_precision
from scoring.training.recipe_tables import Recipe
from weights.digest import sha256
from weights.entry import Preprocessing

Foldable = TypeVar("Foldable", RatingNetwork, ExposureMap)


def export_weights(
    plan: Recipe,
    network: RatingNetwork,
    output: Path,
    learned: Learned,
) -> tuple[Path, Path, Path]:
    """Write `<name>.onnx`, `<name>.safetensors` and `<name>.toml` of a network `as_shipped`; both hold the same numbers.

    What was there before stays until all three are whole. Raises `CheckpointError` or `OSError` where there is no room.
    """
    with tempfile.TemporaryDirectory(prefix=".weights-", suffix=".part", dir=output) as part:
        safetensors, exported, entry = (Path(part, f"{plan.name}.{kind}") for kind in ("safetensors", "onnx", "toml"))
        write_safetensors(network, safetensors)
        write_onnx(network, exported, plan.preprocessing)
        digests = {file.suffix[1:]: (file.name, sha256(file)) for file in (exported, safetensors)}
        entry.write_text(entry_toml(plan, digests, learned), encoding="utf-8")
        onnx_file, safetensors_file, entry_file = (f.replace(output / f.name) for f in (exported, safetensors, entry))
    return onnx_file, safetensors_file, entry_file


def write_safetensors(network: nn.Module, file: Path) -> None:
    """Write all parameters as they are stored; raises `CheckpointError` where there is no room."""
    try:
        save_file({name: on_disk(value) for name, value in network.state_dict().items()}, file)
    except SafetensorError as error:
        raise CheckpointError(f"the weights cannot be written to {file.parent.parent}", MAKE_ROOM) from error


def as_shipped(network: Foldable) -> Foldable:
    """A copy with the very numbers that ship: what is measured is what people get."""
    return rounded_to_half(copy.deepcopy(network).fold_for_inference())


def rounded_to_half(network: Foldable) -> Foldable:
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
    """Export with free batch, and height and width unless they are fixed; store the parameters in half precision."""
    export_onnx(network, path, wanted)
    model = onnx.load(path)
    merge_padding_into_convolutions(model)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)
