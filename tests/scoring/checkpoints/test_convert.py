"""A checkpoint becomes weights like our own: ONNX, safetensors and entry, agreeing with each other, or nothing at all."""

import dataclasses
import errno

import numpy as np
import onnx
import pytest
import torch
from safetensors.torch import load_file, save_file

from scoring.checkpoints.convert import convert, entry_at, layout_problem, network_of_files, require_agreement
from scoring.engines.onnx_cpu import OnnxRatingEngine
from tests.scoring.checkpoints.clip_file import TABLE, linear_head, random_trunk
from tests.scoring.checkpoints.keras_file import predict, random_layers, write_keras_file
from weights.errors import WeightsError
from weights.public_checkpoint import find_public_checkpoint

NIMA = "nima_mobilenet_v1.ava_idealo"


@pytest.fixture(scope="module")
def layers():
    return random_layers(3)


@pytest.fixture(scope="module")
def keras_file(tmp_path_factory, layers):
    return write_keras_file(tmp_path_factory.mktemp("keras") / "weights_mobilenet_aesthetic_0.07.hdf5", layers)


@pytest.fixture(scope="module")
def made(tmp_path_factory, keras_file):
    folder = tmp_path_factory.mktemp("made")
    convert(find_public_checkpoint(NIMA), {"network": keras_file}, folder)
    return folder


@pytest.fixture
def small_clip():
    checkpoint = find_public_checkpoint("laion_clip_vit_b_32.v1")
    return dataclasses.replace(checkpoint, facts={**checkpoint.facts, "network": {**TABLE, "head": "linear"}})


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_three_files_are_made_and_the_entry_tells_their_digests(made):
    assert names(made) == [f"{NIMA}.onnx", f"{NIMA}.safetensors", f"{NIMA}.toml"]
    entry = entry_at(made / f"{NIMA}.toml")
    assert {kind: file.path.name for kind, file in entry.files.items()} == {
        "onnx": f"{NIMA}.onnx",
        "safetensors": f"{NIMA}.safetensors",
    }
    assert len(entry.facts["made_from"]["network"]["sha256"]) == 64


def test_onnx_rates_a_photo_of_the_wanted_size_as_keras_would(made, layers):
    rgb = np.random.default_rng(4).integers(0, 256, (224, 224, 3), np.uint8)
    rated = OnnxRatingEngine(entry_at(made / f"{NIMA}.toml")).rate(rgb)
    wanted = predict(layers, rgb[None] / 127.5 - 1.0, "symmetric")[0]
    assert np.abs(rated - wanted).max() < 1e-4
    assert wanted.max() - wanted.min() > 0.05


def test_photos_of_other_shapes_are_squeezed_not_refused(made):
    engine = OnnxRatingEngine(entry_at(made / f"{NIMA}.toml"))
    for height, width in ((32, 640), (300, 200)):
        assert engine.rate(np.full((height, width, 3), 90, np.uint8)).sum() == pytest.approx(1.0, abs=1e-5)


def test_crop_inside_the_network_survives_the_conversion(tmp_path, small_clip):
    torch.save(linear_head(), tmp_path / "head.pth")
    save_file(random_trunk(), tmp_path / "trunk.safetensors")
    files = {"head": tmp_path / "head.pth", "trunk": tmp_path / "trunk.safetensors"}
    folder = tmp_path / "made"
    folder.mkdir()
    convert(small_clip, files, folder)
    entry = entry_at(folder / f"{small_clip.name}.toml")
    # Wide and tall photos whose middle is the same rate the same.
    middle = np.random.default_rng(0).integers(0, 256, (224, 224, 3), np.uint8)
    wide, tall = (np.full(shape, 30, np.uint8) for shape in ((224, 424, 3), (424, 224, 3)))
    wide[:, 100:324], tall[100:324] = middle, middle
    engine = OnnxRatingEngine(entry)
    assert np.abs(engine.rate(wide) - engine.rate(middle)).max() < 1e-5
    assert np.abs(engine.rate(tall) - engine.rate(middle)).max() < 1e-5
    assert np.abs(engine.rate(255 - middle) - engine.rate(middle)).max() > 1e-4


def test_formats_that_disagree_are_never_accepted(made, keras_file):
    network = network_of_files(find_public_checkpoint(NIMA), {"network": keras_file})
    entry = entry_at(made / f"{NIMA}.toml")
    require_agreement(network, entry)
    network.head.bias[3] += 3.0
    with pytest.raises(WeightsError, match="ONNX and torch differ by"):
        require_agreement(network, entry)


def test_both_formats_hold_the_same_numbers(made):
    numbers = load_file(made / f"{NIMA}.safetensors")
    graph = {
        tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in onnx.load(made / f"{NIMA}.onnx").graph.initializer
    }
    assert np.array_equal(graph["head.bias"], numbers["head.bias"].numpy())


def test_other_layout_is_told_in_one_line_and_writes_nothing(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    layers = random_layers()
    del layers["conv_pw_13_bn"]
    file = write_keras_file(tmp_path / "half.hdf5", layers)
    with pytest.raises(
        WeightsError, match=rf"half\.hdf5 cannot be {NIMA}: it lacks blocks.12.pointwise.norm"
    ) as caught:
        convert(find_public_checkpoint(NIMA), {"network": file}, folder)
    assert "\n" not in str(caught.value)
    assert names(folder) == []


def test_full_disk_is_told_before_anything_is_written(tmp_path, keras_file, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 1000}))
    with pytest.raises(OSError, match="26 MB are needed") as caught:
        convert(find_public_checkpoint(NIMA), {"network": keras_file}, tmp_path)
    assert caught.value.errno == errno.ENOSPC
    assert names(tmp_path) == []


def test_layout_problem_is_none_for_the_right_layout_only():
    tanet = find_public_checkpoint("tanet.ava")
    assert "lacks" in layout_problem(tanet, {"network": {"head.2.weight": torch.zeros(10, 30)}})
