"""What ships of an embedder: a network that any count of photos goes through, and an entry that says what it is."""

import tomllib

import numpy as np
import pytest
import torch

from scoring.engines.onnx_cpu import open_network
from scoring.models.embedder import Embedder
from scoring.training.embedder.export import embedder_entry, export_embedder, write_onnx
from scoring.training.embedder.recipe import read_embedder_recipe
from weights.entry import read_entry

RESULTS = {"one_in_1000": {"photos": 4, "cosine": 0.712, "views_found": 0.93}}


@pytest.fixture
def network():
    torch.manual_seed(0)
    return Embedder(6, 3).eval()


@pytest.mark.parametrize("photos", [1, 5])
def test_any_count_of_photos_goes_through_the_onnx_network(network, tmp_path, photos):
    write_onnx(network, tmp_path / "embedder.onnx")
    features = np.random.default_rng(0).normal(0, 1, (photos, 6)).astype(np.float32)
    told = open_network(tmp_path / "embedder.onnx")(features)["embedding"]
    with torch.inference_mode():
        np.testing.assert_allclose(told, network(torch.from_numpy(features)).numpy(), atol=5e-3)


def test_the_entry_says_whose_features_it_reads_and_what_was_measured():
    plan = read_embedder_recipe("embedder.biq2021")
    entry = tomllib.loads(embedder_entry(plan, {"onnx": ("e.onnx", "0" * 64)}, RESULTS, "f" * 64))
    assert entry["network"] == {
        "features_of": plan.projection.features_of,
        "features_sha256": "f" * 64,
        "dimension": plan.projection.dimension,
    }
    assert entry["validation"]["one_in_1000"] == RESULTS["one_in_1000"]
    assert entry["files"]["onnx"] == {"file": "e.onnx", "sha256": "0" * 64}


def test_what_is_written_is_an_entry_with_both_its_files(network, tmp_path):
    plan = read_embedder_recipe("embedder.biq2021")
    written = export_embedder(plan, network, tmp_path, RESULTS, "f" * 64)
    (entry,) = (path for path in written if path.suffix == ".toml")
    assert read_entry(entry).kind == "embedder"
    assert all(path.is_file() for path in written)
