"""What is done to an exported graph keeps what it computes."""

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from scoring.models.multi_level import MultiLevel
from scoring.models.onnx_export import export_onnx
from scoring.models.rating_network import RatingNetwork
from scoring.training.onnx_graph import merge_padding_into_convolutions, store_in_half_precision
from weights.entry import Preprocessing

BY_AREA = Preprocessing("area", 64, 256, 8, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))


@pytest.fixture(scope="module", params=["mobilenet_v2", "efficientnet_lite0"])
def model(request, tmp_path_factory):
    torch.manual_seed(0)
    file = tmp_path_factory.mktemp("graph") / "network.onnx"
    export_onnx(MultiLevel(request.param, 0.0).fold_for_inference(), file, BY_AREA)
    return onnx.load(file)


def copy_of(model):
    return onnx.ModelProto.FromString(model.SerializeToString())


def answer(model):
    picture = np.random.default_rng(0).standard_normal((1, 3, 72, 104)).astype(np.float32)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"picture": picture})[0]


def kinds(model):
    return [node.op_type for node in model.graph.node]


def test_every_padding_is_merged_and_the_answer_stays(model):
    merged = copy_of(model)
    merge_padding_into_convolutions(merged)
    assert "Pad" in kinds(model)
    assert "Pad" not in kinds(merged)
    np.testing.assert_allclose(answer(merged), answer(model), atol=1e-6)


class PaddedAllRound(RatingNetwork):
    """A stride-2 convolution after a padding that is not TensorFlow's."""

    def __init__(self):
        super().__init__()
        self.convolution = torch.nn.Conv2d(3, 10, 3, stride=2)

    def forward(self, batch):
        padded = torch.nn.functional.pad(batch, (1, 1, 1, 1))
        return self.convolution(padded).mean(dim=(2, 3))


def test_padding_that_is_not_ours_stays(tmp_path):
    torch.manual_seed(0)
    export_onnx(PaddedAllRound().eval(), tmp_path / "foreign.onnx", BY_AREA)
    foreign = onnx.load(tmp_path / "foreign.onnx")
    before = answer(foreign)
    merge_padding_into_convolutions(foreign)
    assert "Pad" in kinds(foreign)
    np.testing.assert_allclose(answer(foreign), before, atol=1e-6)


def test_half_precision_halves_the_file_and_hardly_changes_the_answer(model):
    half = copy_of(model)
    store_in_half_precision(half)
    assert len(half.SerializeToString()) < 0.6 * len(model.SerializeToString())
    np.testing.assert_allclose(answer(half), answer(model), atol=5e-3)
