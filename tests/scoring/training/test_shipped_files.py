"""What ships appears all at once: a write that fails leaves what was there before."""

import pytest
import torch
from safetensors.torch import load_file

from scoring.models.exposure_map import ExposureMap
from scoring.training.shipped_files import as_shipped, write_together
from weights.digest import sha256


def written(folder, network, onnx=b"graph", entry=lambda digests: str(digests)):
    return write_together(folder / "small.drawn", network, lambda path: path.write_bytes(onnx), entry)


def test_entry_is_told_the_digests_of_both_files(tmp_path):
    told = {}
    onnx, safetensors, entry = written(tmp_path, torch.nn.Conv2d(1, 1, 3), entry=lambda d: told.update(d) or "whole")
    assert told == {"onnx": (onnx.name, sha256(onnx)), "safetensors": (safetensors.name, sha256(safetensors))}
    assert entry.read_text() == "whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"small.drawn.{kind}" for kind in ("onnx", "safetensors", "toml")
    ]


def test_failure_at_the_last_moment_leaves_the_earlier_files(tmp_path):
    made = written(tmp_path, torch.nn.Conv2d(1, 1, 3))
    before = [file.read_bytes() for file in made]

    def full(_digests):
        raise OSError(28, "No space left")

    with pytest.raises(OSError, match="No space"):
        written(tmp_path, torch.nn.Conv2d(1, 1, 3), b"other", full)
    assert [file.read_bytes() for file in made] == before
    assert len(list(tmp_path.iterdir())) == 3


def test_file_holds_the_very_numbers_of_the_network_as_shipped(tmp_path):
    torch.manual_seed(0)
    network = as_shipped(ExposureMap())
    _, safetensors, _ = written(tmp_path, network)
    stored = load_file(safetensors)
    for name, value in network.state_dict().items():
        assert torch.equal(stored[name].float(), value.float()), name


def test_network_that_goes_on_learning_is_not_touched():
    network = ExposureMap()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    as_shipped(network)
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
