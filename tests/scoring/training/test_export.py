"""What training exports is what the engines run: equal ratings from ONNX Runtime and torch, for any size of picture."""

import numpy as np
import pytest
import torch

from scoring.engines.onnx_cpu import OnnxRatingEngine
from scoring.engines.torch_cuda import TorchRatingEngine
from scoring.models.nima import Nima
from scoring.training.export import export_weights
from scoring.training.recipe import read_recipe
from weights.entry import read_entry
from weights.registry import verify


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A network with random but lively parameters, exported as a training run does; its entry, read back."""
    folder = tmp_path_factory.mktemp("export")
    torch.manual_seed(0)
    network = Nima()
    torch.nn.init.normal_(network.head.weight, std=0.02)
    network.feature_mean.normal_(std=0.1)
    network.feature_sd.uniform_(0.5, 2.0)
    measured = {"overall": {"photos": 1, "scenes": 1, "srcc": 0.0, "plcc": 0.0}}
    _, _, entry = export_weights(
        read_recipe("nima_mobilenet_v2.biq2021"), network, folder, measured, measured, [float(v) for v in range(101)]
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("weights.entry.BUNDLED", folder)
        return read_entry(entry)


def test_exported_entry_verifies_its_own_files(exported):
    assert [check.problem for check in verify(exported)] == [None, None]


def test_exported_files_are_stored_in_half_precision(exported):
    # 2.3 million parameters at two bytes each.
    assert all(4e6 < file.path.stat().st_size < 6e6 for file in exported.files.values())


@pytest.mark.parametrize("size", [(400, 600), (384, 384), (100, 37), (300, 1500)])
def test_engines_agree_within_a_thousandth_on_any_size(exported, size):
    picture = np.random.default_rng(0).integers(0, 256, (*size, 3), dtype=np.uint8)
    onnx = OnnxRatingEngine(exported).rate(picture)
    torch_ratings = TorchRatingEngine(exported, device="cpu").rate(picture)
    assert onnx.sum() == pytest.approx(1.0, abs=1e-5)
    assert np.ptp(onnx) > 0.01
    np.testing.assert_allclose(onnx, torch_ratings, atol=1e-3)
