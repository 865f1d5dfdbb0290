"""A network of one input is opened from a file or from its bytes."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from scoring.engines.onnx_cpu import open_network


@pytest.fixture
def doubling():
    """A network that declares two numbers of output and takes any: twice and e to the power of each."""
    value = lambda name, size: helper.make_tensor_value_info(name, TensorProto.FLOAT, [size])  # noqa: E731
    nodes = [helper.make_node("Add", ["in", "in"], ["double"]), helper.make_node("Exp", ["in"], ["exp"])]
    graph = helper.make_graph(nodes, "doubling", [value("in", None)], [value("double", 2), value("exp", 2)])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


@pytest.mark.parametrize("from_file", [True, False])
def test_outputs_come_by_name(doubling, tmp_path, from_file):
    onnx.save(doubling, tmp_path / "net.onnx")
    network = open_network(tmp_path / "net.onnx" if from_file else doubling.SerializeToString())
    said = network(np.array([0.0, 1.0], np.float32))
    assert said["double"].tolist() == [0.0, 2.0]
    assert said["exp"].tolist() == pytest.approx([1.0, np.e], abs=1e-5)


def test_another_size_than_declared_is_no_warning(doubling, capfd):
    network = open_network(doubling.SerializeToString())
    assert network(np.zeros(5, np.float32))["double"].shape == (5,)
    assert capfd.readouterr().err == ""
