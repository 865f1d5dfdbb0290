"""A network as ONNX and safetensors, float32: a checkpoint of somebody else keeps all of its digits."""

from __future__ import annotations

from pathlib import Path

import onnx
from safetensors.torch import save_file

from scoring.models.onnx_export import export_onnx
from scoring.models.rating_network import RatingNetwork
from weights.entry import Preprocessing


def write_pair(network: RatingNetwork, onnx_file: Path, safetensors_file: Path, wanted: Preprocessing) -> None:
    """Write both."""
    save_file(network.state_dict(), safetensors_file)
    export_onnx(network, onnx_file, wanted)
    onnx.checker.check_model(str(onnx_file))
