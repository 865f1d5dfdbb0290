"""What training exports is what the engines run: equal ratings from ONNX Runtime and torch, for any size of picture."""

import dataclasses

import numpy as np
import pytest
import torch
from safetensors import SafetensorError

from scoring.engines.onnx_cpu import OnnxRatingEngine
from scoring.engines.torch_cuda.rating import rating_on
from scoring.models.architectures import build_network
from scoring.training.checkpoint import CheckpointError
from scoring.training.entry_toml import Learned
from scoring.training.export import export_weights
from scoring.training.recipe import read_recipe
from scoring.training.recipe_tables import Network
from scoring.training.shipped_files import as_shipped
from weights.entry import read_entry
from weights.registry import verify

PLAN = read_recipe("multi_level_efficientnet_lite0.biq2021")
BY_SHORT_EDGE = dataclasses.replace(PLAN.preprocessing, fit="short_edge", edge_px=64, multiple_of_px=32)
MEASURED = {"overall": {"photos": 1, "scenes": 1, "srcc": 0.0, "plcc": 0.0}}
LEARNED = Learned("drawn", "drawn", MEASURED, {}, [float(v) for v in range(101)])

NETWORKS = {
    "multi_level": Network("multi_level", "mobilenet_v2"),
    "multi_level_lite": Network("multi_level", "efficientnet_lite0"),
    "nima": Network("nima", "mobilenet_v2", dropout=0.75),
    "nima_torchvision": Network("nima", "resnet18", dropout=0.75),
    "saf": Network("saf", "efficientnet_lite0", maps_per_group=8),
    "saf_joint": Network("saf", "squeezenet1_1", maps_per_group=8, regressor="joint"),
}


@pytest.fixture(scope="module", params=NETWORKS)
def exported(request, tmp_path_factory):
    """A network with random but lively parameters, exported as a training run does; its entry, read back."""
    folder = tmp_path_factory.mktemp("export")
    torch.manual_seed(0)
    network = build_network(dataclasses.asdict(NETWORKS[request.param])).eval()
    with torch.no_grad():
        torch.nn.init.normal_(network.head.weight, std=0.02)
        for layer in network.modules():
            if isinstance(layer, torch.nn.BatchNorm2d):
                layer.running_mean.normal_(std=0.1)
                layer.running_var.uniform_(0.5, 2.0)
    shape = BY_SHORT_EDGE if request.param.startswith("saf") else PLAN.preprocessing
    plan = dataclasses.replace(PLAN, network=NETWORKS[request.param], preprocessing=shape)
    _, _, entry = export_weights(plan, as_shipped(network), folder, LEARNED)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("weights.entry.BUNDLED", folder)
        return read_entry(entry)


def test_exported_entry_verifies_its_own_files(exported):
    assert [check.problem for check in verify(exported)] == [None, None]


def test_nothing_but_the_three_files_is_left(exported):
    folder = exported.files["onnx"].path.parent
    assert {path.suffix for path in folder.iterdir()} == {".onnx", ".safetensors", ".toml"}


@pytest.mark.parametrize("broken", ["export.write_onnx", "shipped_files.save_file"])
def test_full_disk_leaves_the_earlier_weights_as_they_were(tmp_path, monkeypatch, broken):
    def full(*_):
        raise SafetensorError("No space left on device") if "save_file" in broken else OSError(28, "No space left")

    network = build_network(dataclasses.asdict(NETWORKS["multi_level"])).eval()
    plan = dataclasses.replace(PLAN, network=NETWORKS["multi_level"])
    made = export_weights(plan, as_shipped(network), tmp_path, LEARNED)
    before = [file.read_bytes() for file in made]
    torch.nn.init.normal_(network.head.weight)
    monkeypatch.setattr(f"scoring.training.{broken}", full)
    with pytest.raises((OSError, CheckpointError)):
        export_weights(plan, as_shipped(network), tmp_path, LEARNED)
    assert [file.read_bytes() for file in made] == before
    assert len(list(tmp_path.iterdir())) == 3


def test_exported_kernels_are_stored_in_half_precision(exported):
    parameters = sum(
        value.numel() for value in build_network(exported.facts["network"]).fold_for_inference().parameters()
    )
    for file in exported.files.values():
        assert 1.9 * parameters < file.path.stat().st_size < 2.4 * parameters


@pytest.mark.parametrize("size", [(400, 600), (384, 384), (100, 37), (60, 1200)])
def test_engines_agree_within_a_thousandth_on_any_size(exported, size):
    picture = np.random.default_rng(0).integers(0, 256, (*size, 3), dtype=np.uint8)
    onnx = OnnxRatingEngine(exported).rate(picture)
    torch_ratings = rating_on("cpu", exported).rate(picture)
    assert onnx.sum() == pytest.approx(1.0, abs=1e-5)
    assert np.ptp(onnx) > 1e-3
    np.testing.assert_allclose(onnx, torch_ratings, atol=1e-3)
