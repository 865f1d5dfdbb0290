"""What is done to an exported ONNX graph before it ships: paddings merged, kernels stored in half precision."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

STORED_IN_HALF = 2
"""Tensors of so many dimensions are stored in half precision: matrices and kernels. Vectors are few, and variances among them
may leave its range."""


def merge_padding_into_convolutions(model: onnx.ModelProto) -> None:
    """Give each stride-2 convolution the padding of the Pad before it: ONNX can say "more below and right", torch cannot.

    A Pad of its own also throws ONNX Runtime out of its fast layout. Only the padding of `SamePaddedConv2d` is merged.
    """
    graph = model.graph
    pads = {node.output[0]: node for node in graph.node if node.op_type == "Pad"}
    for node in list(graph.node):
        if node.op_type != "Conv" or node.input[0] not in pads:
            continue
        pad = pads[node.input[0]]
        attributes = {attribute.name: attribute for attribute in node.attribute}
        total = attributes["kernel_shape"].ints[0] - 2
        before, after = total // 2, total - total // 2
        if computed(model, pad.input[1]) == [0, 0, before, before, 0, 0, after, after]:
            node.input[0] = pad.input[0]
            attributes["pads"].ints[:] = [before, before, after, after]
            graph.node.remove(pad)


def computed(model: onnx.ModelProto, name: str) -> list[int]:
    """The whole numbers under `name`, which torch's exporter writes as a small calculation without inputs."""
    wanted = {name}
    needed: list[onnx.NodeProto] = []
    for node in reversed(model.graph.node):
        if wanted.intersection(node.output):
            needed.insert(0, node)
            wanted.update(node.input)
    told = helper.make_tensor_value_info(name, TensorProto.INT64, None)
    part = helper.make_model(helper.make_graph(needed, "part", [], [told]), opset_imports=model.opset_import)
    (value,) = ReferenceEvaluator(part).run(None, {})
    return [int(number) for number in np.ravel(value)]


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
