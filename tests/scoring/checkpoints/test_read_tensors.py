"""Only numbers come out of a checkpoint, whatever it claims to be; nothing in it is ever run."""

import os
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from scoring.checkpoints.read_tensors import read_tensors
from tests.scoring.checkpoints.keras_file import write_keras_file
from weights.errors import WeightsError

NUMBERS = {"head.weight": torch.arange(6.0).reshape(2, 3), "head.bias": torch.tensor([0.5, -0.5])}


class Malicious:
    """Unpickled, it runs a program that leaves a file behind."""

    def __init__(self, trace):
        self.trace = trace

    def __reduce__(self):
        return os.system, (f"touch {self.trace}",)


def same(found):
    return found.keys() == NUMBERS.keys() and all(torch.equal(found[name], NUMBERS[name]) for name in NUMBERS)


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.parametrize(
    "wrap",
    [
        lambda numbers: numbers,
        lambda numbers: {"params": numbers},
        lambda numbers: {"state_dict": numbers, "epoch": 34},
        lambda numbers: {f"module.{name}": value for name, value in numbers.items()},
    ],
    ids=["bare", "params", "state_dict", "parallel"],
)
def test_torch_state_dicts_are_read_however_they_are_wrapped(tmp_path, wrap, legacy):
    torch.save(wrap(NUMBERS), tmp_path / "net.pth", _use_new_zipfile_serialization=not legacy)
    assert same(read_tensors(tmp_path / "net.pth"))


def test_safetensors_are_read_whatever_the_file_is_called(tmp_path):
    save_file(NUMBERS, tmp_path / "net.pth")
    assert same(read_tensors(tmp_path / "net.pth"))


def test_hdf5_datasets_are_named_by_their_path(tmp_path):
    path = write_keras_file(tmp_path / "net.h5", {"dense_1": {"kernel": np.ones((2, 3), np.float32)}})
    (found,) = read_tensors(path).items()
    assert found[0] == "dense_1/dense_1/kernel"
    assert torch.equal(found[1], torch.ones(2, 3))


@pytest.mark.parametrize("form", ["torch", "legacy torch", "bare pickle", "pickle among tensors"])
def test_malicious_pickle_is_never_run(tmp_path, form):
    trace, path = tmp_path / "trace", tmp_path / "net.pth"
    harm = Malicious(trace)
    if form == "bare pickle":
        path.write_bytes(pickle.dumps(harm, protocol=2))
    else:
        content = {**NUMBERS, "head.extra": harm} if form == "pickle among tensors" else harm
        torch.save(content, path, _use_new_zipfile_serialization=form != "legacy torch")
    with pytest.raises(WeightsError, match="holds more than numbers") as caught:
        read_tensors(path)
    assert "\n" not in str(caught.value)
    assert not trace.exists()
    # The file is as harmful as it claims to be: unpickled, it leaves its trace.
    if form == "bare pickle":
        pickle.loads(path.read_bytes())
        assert trace.exists()


def test_whole_pickled_network_is_refused(tmp_path):
    torch.save(torch.nn.Linear(3, 2), tmp_path / "net.pth")
    with pytest.raises(WeightsError, match="holds more than numbers"):
        read_tensors(tmp_path / "net.pth")


def test_script_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "net.pt", "w") as archive:
        archive.writestr("net/constants.pkl", pickle.dumps(()))
        archive.writestr("net/code/__torch__.py", "class Net: pass")
        archive.writestr("net/data.pkl", pickle.dumps({}))
        archive.writestr("net/version", "3\n")
    with pytest.raises(WeightsError, match="TorchScript program"):
        read_tensors(tmp_path / "net.pt")


@pytest.mark.parametrize("ending", ["pth", "safetensors", "h5"])
def test_half_a_file_is_told_as_damaged(tmp_path, ending):
    path = tmp_path / f"net.{ending}"
    numbers = {"head.weight": torch.randn(300, 300)}
    if ending == "h5":
        write_keras_file(path, {"dense_1": {"kernel": numbers["head.weight"].numpy()}})
    else:
        (save_file if ending == "safetensors" else torch.save)(numbers, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(WeightsError) as caught:
        read_tensors(path)
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 a photo", b"<html>not found</html>"])
def test_any_other_file_is_no_checkpoint(tmp_path, content):
    (tmp_path / "net.pth").write_bytes(content)
    with pytest.raises(WeightsError, match=r"net\.pth is no checkpoint"):
        read_tensors(tmp_path / "net.pth")


@pytest.mark.parametrize("content", [[1, 2], {"epoch": 3, "loss": 0.1}, torch.ones(3)])
def test_numbers_without_names_are_no_state_dict(tmp_path, content):
    torch.save(content, tmp_path / "net.pth")
    with pytest.raises(WeightsError, match="is no state dict"):
        read_tensors(tmp_path / "net.pth")


def test_archive_with_a_damaged_directory_is_told_as_damaged(tmp_path):
    torch.save(NUMBERS, tmp_path / "net.pth")
    content = (tmp_path / "net.pth").read_bytes()
    (tmp_path / "net.pth").write_bytes(content.replace(b"PK\x01\x02", b"XXXX", 1))
    assert zipfile.is_zipfile(tmp_path / "net.pth")
    with pytest.raises(WeightsError, match=r"net\.pth cannot be read"):
        read_tensors(tmp_path / "net.pth")


def test_shape_without_numbers_is_no_state_dict(tmp_path):
    torch.save({"head.weight": torch.ones(3, device="meta")}, tmp_path / "net.pth")
    with pytest.raises(WeightsError, match="is no state dict"):
        read_tensors(tmp_path / "net.pth")


def test_hdf5_without_its_package_says_what_to_install(tmp_path, monkeypatch):
    path = write_keras_file(tmp_path / "net.h5", {"dense_1": {"kernel": np.ones((2, 3), np.float32)}})
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(WeightsError, match="h5py") as caught:
        read_tensors(Path(path))
    assert ".[checkpoints]" in caught.value.hint
