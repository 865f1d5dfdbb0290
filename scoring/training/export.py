"""Writes what ships: the folded network as safetensors and ONNX, half precision on disk, and its entry."""

from __future__ import annotations

import copy
import hashlib
import warnings
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import save_file

from scoring.models.rating_network import RatingNetwork
from scoring.training.entry_toml import entry_toml
from scoring.training.recipe_tables import Recipe

OPSET = 17
"""ONNX operator set 17 (2022): every ONNX Runtime that we allow reads it."""

STORED_IN_HALF = 2
"""Tensors of so many dimensions are stored in half precision: matrices and kernels. Vectors are few, and variances among them
may leave its range."""


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
    write_onnx(folded, exported, plan.preprocessing.edge_px)
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


def write_onnx(network: RatingNetwork, path: Path, edge_px: int) -> None:
    """Export with free batch, height and width, and store the parameters in half precision."""
    example = torch.zeros(1, 3, edge_px, edge_px)
    axes = {"picture": {0: "photos", 2: "height", 3: "width"}, "rating_dist": {0: "photos"}}
    with warnings.catch_warnings():
        # torch announces its newer exporter; the network is plain convolutions, which the established one writes exactly.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (example,),
            str(path),
            input_names=["picture"],
            output_names=["rating_dist"],
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
    model = onnx.load(path)
    merge_padding_into_convolutions(model)
    store_in_half_precision(model)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def merge_padding_into_convolutions(model: onnx.ModelProto) -> None:
    """Give each stride-2 convolution the padding of the Pad before it: ONNX can say "more below and right", torch cannot.

    A Pad of its own also throws ONNX Runtime out of its fast layout.
    """
    graph = model.graph
    pads = {node.output[0]: node for node in graph.node if node.op_type == "Pad"}
    for node in graph.node:
        if node.op_type == "Conv" and node.input[0] in pads:
            node.input[0] = pads[node.input[0]].input[0]
            attributes = {attribute.name: attribute for attribute in node.attribute}
            total = attributes["kernel_shape"].ints[0] - 2
            attributes["pads"].ints[:] = [total // 2, total // 2, total - total // 2, total - total // 2]
    for node in pads.values():
        graph.node.remove(node)


def store_in_half_precision(model: onnx.ModelProto) -> None:
    """Keep float32 arithmetic but store each matrix and kernel as float16 behind a Cast, which the runtime folds when it loads."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or len(tensor.dims) < STORED_IN_HALF:
            continue
        half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype("float16"), f"{tensor.name}.half")
        casts.append(helper.make_node("Cast", [half.name], [tensor.name], to=TensorProto.FLOAT))
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
    for position, cast in enumerate(casts):
        graph.node.insert(position, cast)


def sha256(path: Path) -> str:
    """Hex digest of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
