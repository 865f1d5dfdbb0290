"""What ships of a saliency network computes what the network computes, for any photo's shape."""

import numpy as np
import onnxruntime
import pytest
import torch

from scoring.models.saliency_network import SaliencyNetwork
from scoring.training.saliency.export import export_saliency
from scoring.training.saliency.recipe import read_saliency_recipe
from scoring.training.shipped_files import as_shipped

PLAN = read_saliency_recipe("saliency.biq2021")


@pytest.fixture(scope="module")
def lively():
    """A network of random parameters whose answers differ from place to place."""
    torch.manual_seed(0)
    network = SaliencyNetwork()
    torch.nn.init.normal_(network.head.weight, std=0.3)
    network(torch.randint(0, 256, (4, 64, 64, 3), dtype=torch.uint8))  # gives the batch norms something to fold
    return as_shipped(network)


@pytest.fixture(scope="module")
def exported(lively, tmp_path_factory):
    return export_saliency(PLAN, lively, tmp_path_factory.mktemp("exported"), {})


def test_files_are_named_after_the_recipe(exported):
    assert [file.name for file in exported] == [f"{PLAN.name}.{kind}" for kind in ("onnx", "safetensors", "toml")]


@pytest.mark.parametrize("shape", [(1, 128, 192), (2, 64, 320), (1, 32, 32)])
def test_onnx_and_network_answer_alike_on_any_multiple_of_sixteen(lively, exported, shape):
    pictures = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    session = onnxruntime.InferenceSession(exported[0], providers=["CPUExecutionProvider"])
    (answered,) = session.run(["saliency"], {"picture": pictures})
    with torch.inference_mode():
        wanted = torch.sigmoid(lively(torch.from_numpy(pictures)))
    assert np.ptp(answered) > 1e-3
    np.testing.assert_allclose(answered, wanted.numpy(), atol=1e-4)
