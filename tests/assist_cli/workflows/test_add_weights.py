"""A person's own file becomes weights, and itself stays as it is; a file that will not do changes nothing."""

import pytest
import torch

from assist_cli.failures import BadRequestError
from assist_cli.workflows.add_weights import add_weights
from tests.scoring.checkpoints.keras_file import random_layers, write_keras_file
from tests.scoring.checkpoints.published_tanet import forward, random_state
from weights.errors import WeightsError
from weights.registry import find_entry

AVA = "nima_mobilenet_v1.ava_idealo"


@pytest.fixture
def weights_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    return tmp_path / "weights"


def test_tanet_rates_a_photo_as_its_published_code_does(weights_folder, tmp_path):
    import numpy as np

    from scoring.engines.network_input import network_input
    from scoring.engines.onnx_cpu import OnnxRatingEngine

    state = random_state()
    torch.save(state, tmp_path / "mine.pth")
    before = (tmp_path / "mine.pth").read_bytes()
    assert add_weights([tmp_path / "mine.pth"], None).checkpoint.name == "tanet.ava"
    assert (tmp_path / "mine.pth").read_bytes() == before

    entry = find_entry("tanet.ava")
    assert entry.files["onnx"].path.is_relative_to(weights_folder)
    rgb = np.random.default_rng(0).integers(0, 256, (300, 200, 3), np.uint8)
    with torch.inference_mode():
        wanted = forward(state, torch.from_numpy(network_input(rgb, entry.preprocessing)))[0].numpy()
    assert np.abs(OnnxRatingEngine(entry).rate(rgb) - wanted).max() < 1e-4


def test_added_again_the_later_file_counts(weights_folder, tmp_path):
    digests = []
    for seed in (0, 1):
        add_weights([write_keras_file(tmp_path / "mine.hdf5", random_layers(seed))], AVA)
        digests.append(find_entry(AVA).facts["made_from"]["network"]["sha256"])
    assert digests[0] != digests[1]
    assert [path.name for path in weights_folder.iterdir()] == [AVA]


@pytest.mark.parametrize("name", [None, AVA])
def test_file_that_will_not_do_changes_nothing(weights_folder, tmp_path, name):
    layers = random_layers()
    del layers["conv1"]
    with pytest.raises(WeightsError) as caught:
        add_weights([write_keras_file(tmp_path / "mine.hdf5", layers)], name)
    assert "\n" not in f"{caught.value}{caught.value.hint}"
    assert not weights_folder.exists() or list(weights_folder.iterdir()) == []


def test_full_disk_changes_nothing(weights_folder, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    with pytest.raises(OSError, match="are needed"):
        add_weights([write_keras_file(tmp_path / "mine.hdf5", random_layers())], AVA)
    assert list(weights_folder.iterdir()) == []


def test_no_such_file_is_wrong_usage(tmp_path):
    with pytest.raises(BadRequestError, match="there is no file"):
        add_weights([tmp_path / "gone.hdf5"], None)
