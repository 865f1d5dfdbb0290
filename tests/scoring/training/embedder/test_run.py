"""A whole training of an embedder on a small drawn data set."""

import cv2
import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from scoring.engines.onnx_cpu import open_network
from scoring.models.embedder import Embedder
from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.embedder.run import train_embedder
from scoring.training.report import Report
from scoring.training.sources import Sources
from tests.scoring.training.drawn_set import write_rated_set, write_recipe
from weights.entry import read_entry

SMALLER = {"views = 4": "views = 1", "components = 1024": "components = 6", "dimension = 128": "dimension = 4"}


def drawn_photos(count):
    for seed in range(count):
        small = np.random.default_rng(seed).integers(0, 256, (6, 8, 3)).astype(np.uint8)
        yield cv2.resize(small, (160, 120), interpolation=cv2.INTER_CUBIC), 0.5


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawn")
    write_rated_set(folder, drawn_photos(20))
    write_recipe(folder / "small.toml", "embedder.biq2021", SMALLER)
    return folder


@pytest.fixture
def narrow(monkeypatch):
    """Features of which only the first sixteen are told: a matrix of all of them takes half a minute to solve."""

    def seen(engine, rgb, _plan):
        return engine.rate_with_features(rgb).features[:16].astype(np.float16)

    monkeypatch.setattr("scoring.training.embedder.run._seen", seen)


def run(drawn, output, data=None):
    return train_embedder(
        drawn / "small.toml", Sources(data or drawn, None, {}, output), Report(lambda _line: None)
    )


@pytest.mark.usefixtures("narrow")
def test_training_twice_makes_the_same_files_with_an_entry_that_says_so(drawn, tmp_path):
    one, other = run(drawn, tmp_path / "one"), run(drawn, tmp_path / "other")
    assert one.safetensors.read_bytes() == other.safetensors.read_bytes()
    assert one.entry.read_text() == other.entry.read_text()
    entry = read_entry(one.entry)
    assert (entry.kind, entry.facts["network"]["dimension"]) == ("embedder", 4)
    assert entry.facts["validation"]["one_in_1000"]["photos"] == 4


@pytest.mark.usefixtures("narrow")
def test_both_formats_map_alike_onto_length_one(drawn, tmp_path):
    trained = run(drawn, tmp_path)
    network = Embedder(16, 4)
    network.load_state_dict({name: value.float() for name, value in load_file(trained.safetensors).items()})
    features = np.random.default_rng(0).normal(0, 1, (3, 16)).astype(np.float32)
    told = open_network(trained.onnx)(features)["embedding"]
    with torch.inference_mode():
        np.testing.assert_allclose(told, network(torch.from_numpy(features)).numpy(), atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(told, axis=1), 1.0, atol=1e-5)


def test_set_of_a_handful_is_refused(drawn, tmp_path):
    few = tmp_path / "few"
    few.mkdir()
    write_rated_set(few, drawn_photos(6))
    with pytest.raises(DatasetError, match="too few"):
        run(drawn, tmp_path / "out", few)
