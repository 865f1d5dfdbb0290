"""Puts what ships of a trained network in its folder: both formats and the entry, all three whole or none."""

from __future__ import annotations

import copy
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import nn

from scoring.models.exposure_map import ExposureMap
from scoring.models.rating_network import RatingNetwork
from scoring.models.saliency_network import SaliencyNetwork
from scoring.training.checkpoint import MAKE_ROOM, CheckpointError
from scoring.training.entry_tables import Digests
from scoring.training.onnx_graph import STORED_IN_HALF
from weights.digest import sha256

Foldable = TypeVar("Foldable", RatingNetwork, ExposureMap, SaliencyNetwork)
AnyNetwork = TypeVar("AnyNetwork", bound=nn.Module)


def as_shipped(network: Foldable) -> Foldable:
    """A copy with the very numbers that ship: what is measured is what people get."""
    return rounded_to_half(copy.deepcopy(network).fold_for_inference())


def rounded_to_half(network: AnyNetwork) -> AnyNetwork:
    """Round what is stored in half precision, in place, so that all formats compute with equal numbers."""
    with torch.no_grad():
        for value in (*network.parameters(), *network.buffers()):
            if value.ndim >= STORED_IN_HALF:
                value.copy_(value.half().float())
    return network


def write_together(
    stem: Path, network: nn.Module, write_onnx: Callable[[Path], None], entry: Callable[[Digests], str]
) -> tuple[Path, Path, Path]:
    """Write `<stem>.onnx`, `<stem>.safetensors` and `<stem>.toml`; what was there before stays until all three are whole.

    `entry` is told the files' digests. Raises `CheckpointError` or `OSError` where there is no room.
    """
    output = stem.parent
    with tempfile.TemporaryDirectory(prefix=".weights-", suffix=".part", dir=output) as part:
        safetensors, exported, told = (Path(part, f"{stem.name}.{kind}") for kind in ("safetensors", "onnx", "toml"))
        write_safetensors(network, safetensors)
        write_onnx(exported)
        digests = {file.suffix[1:]: (file.name, sha256(file)) for file in (exported, safetensors)}
        told.write_text(entry(digests), encoding="utf-8")
        onnx_file, safetensors_file, entry_file = (f.replace(output / f.name) for f in (exported, safetensors, told))
    return onnx_file, safetensors_file, entry_file


def write_safetensors(network: nn.Module, file: Path) -> None:
    """Write all parameters as they are stored; raises `CheckpointError` where there is no room."""
    try:
        save_file({name: on_disk(value) for name, value in network.state_dict().items()}, file)
    except SafetensorError as error:
        raise CheckpointError(f"the weights cannot be written to {file.parent.parent}", MAKE_ROOM) from error


def on_disk(value: torch.Tensor) -> torch.Tensor:
    """A parameter as it is stored."""
    return (value.half() if value.ndim >= STORED_IN_HALF else value).contiguous()
