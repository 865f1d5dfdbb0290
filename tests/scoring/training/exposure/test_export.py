"""What ships of an exposure map computes what the network computes, for any photo's shape."""

import numpy as np
import onnxruntime
import pytest
import torch

from scoring.models.exposure_map import ExposureMap
from scoring.training.exposure.export import export_exposure_map
from scoring.training.exposure.recipe import read_exposure_recipe
from scoring.training.shipped_files import as_shipped

PLAN = read_exposure_recipe("exposure_map.biq2021")


@pytest.fixture(scope="module")
def lively():
    """A network of random parameters whose answers differ from place to place."""
    torch.manual_seed(0)
    network = ExposureMap().eval()
    with torch.no_grad():
        for layer in (network.head, network.whole):
            torch.nn.init.normal_(layer.weight, std=0.3)
    return as_shipped(network)


@pytest.fixture(scope="module")
def exported(lively, tmp_path_factory):
    return export_exposure_map(PLAN, lively, tmp_path_factory.mktemp("exported"), {})


def test_files_are_named_after_the_recipe(exported):
    assert [file.name for file in exported] == [f"{PLAN.name}.{kind}" for kind in ("onnx", "safetensors", "toml")]


@pytest.mark.parametrize("shape", [(1, 128, 192), (2, 64, 320), (1, 16, 16)])
def test_onnx_and_network_answer_alike_on_any_multiple_of_sixteen(lively, exported, shape):
    pictures = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    session = onnxruntime.InferenceSession(exported[0], providers=["CPUExecutionProvider"])
    answered = dict(
        zip((told.name for told in session.get_outputs()), session.run(None, {"picture": pictures}), strict=True)
    )
    with torch.inference_mode():
        ev, scale_ev = lively(torch.from_numpy(pictures))
    assert np.ptp(answered["ev"]) > 1e-3
    np.testing.assert_allclose(answered["ev"], ev.numpy(), atol=1e-4)
    np.testing.assert_allclose(answered["scale_ev"], scale_ev.numpy(), atol=1e-4)
