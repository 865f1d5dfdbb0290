"""An exported network takes what its entry says."""

import dataclasses

import numpy as np
import onnxruntime
import pytest
import torch

from scoring.models.multi_level import MultiLevel
from scoring.models.nima import Nima
from scoring.models.onnx_export import export_onnx
from weights.entry import Preprocessing

BY_AREA = Preprocessing("area", 64, 256, 8, (0.5, 0.5, 0.5), (0.25, 0.25, 0.25))


def session_of(tmp_path, wanted):
    torch.manual_seed(0)
    network = Nima("mobilenet_v2", 0.75).eval()
    export_onnx(network, tmp_path / "network.onnx", wanted)
    return network, onnxruntime.InferenceSession(str(tmp_path / "network.onnx"), providers=["CPUExecutionProvider"])


@pytest.mark.parametrize("size", [(64, 64), (40, 104)])
def test_any_number_of_pictures_of_any_size_is_taken(tmp_path, size):
    network, session = session_of(tmp_path, BY_AREA)
    pictures = np.random.default_rng(0).standard_normal((3, 3, *size)).astype(np.float32)
    with torch.inference_mode():
        expected = network(torch.from_numpy(pictures)).numpy()
    np.testing.assert_allclose(session.run(None, {"picture": pictures})[0], expected, atol=1e-5)


def test_square_input_is_fixed(tmp_path):
    _, session = session_of(tmp_path, dataclasses.replace(BY_AREA, fit="square"))
    assert session.get_inputs()[0].shape[1:] == [3, 64, 64]


def test_features_are_told_where_they_are_of_use_beyond_the_rating(tmp_path):
    network = MultiLevel("mobilenet_v2", 0.0).fold_for_inference()
    export_onnx(network, tmp_path / "network.onnx", BY_AREA)
    session = onnxruntime.InferenceSession(str(tmp_path / "network.onnx"), providers=["CPUExecutionProvider"])
    pictures = np.random.default_rng(0).standard_normal((2, 3, 64, 80)).astype(np.float32)
    told = session.run(["features"], {"picture": pictures})[0]
    with torch.inference_mode():
        np.testing.assert_allclose(told, network.features(torch.from_numpy(pictures)).numpy(), atol=1e-3)
    assert [output.name for output in session_of(tmp_path, BY_AREA)[1].get_outputs()] == ["rating_dist"]
