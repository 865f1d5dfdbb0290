"""A checkpoint is whole or absent, and a foreign file never runs."""

import os
import pickle

import pytest
import torch

from scoring.training.checkpoint import CheckpointError, load_checkpoint, save_checkpoint


def test_state_comes_back_as_it_was(tmp_path):
    save_checkpoint({"epoch": 3, "values": torch.arange(4)}, tmp_path / "checkpoint.pt")
    state = load_checkpoint(tmp_path / "checkpoint.pt")
    assert state["epoch"] == 3
    assert state["values"].tolist() == [0, 1, 2, 3]
    assert [file.name for file in tmp_path.iterdir()] == ["checkpoint.pt"]


def full_disk(error):
    def save(_state, file):
        file.write_bytes(b"half of it")
        raise error

    return save


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), RuntimeError("unexpected pos 64 vs 0")])
def test_full_disk_is_told_in_one_line_and_keeps_the_last_checkpoint(tmp_path, monkeypatch, error):
    save_checkpoint({"epoch": 1}, tmp_path / "checkpoint.pt")
    monkeypatch.setattr(torch, "save", full_disk(error))
    with pytest.raises(CheckpointError, match="cannot be written") as caught:
        save_checkpoint({"epoch": 2}, tmp_path / "checkpoint.pt")
    assert "make room" in caught.value.hint
    assert load_checkpoint(tmp_path / "checkpoint.pt")["epoch"] == 1
    assert [file.name for file in tmp_path.iterdir()] == ["checkpoint.pt"]


class Evil:
    def __init__(self, file):
        self.file = file

    def __reduce__(self):
        return os.mkdir, (self.file,)


def test_pickle_that_would_run_code_is_refused(tmp_path):
    (tmp_path / "checkpoint.pt").write_bytes(pickle.dumps(Evil(str(tmp_path / "done")), protocol=2))
    with pytest.raises(CheckpointError, match="not a whole checkpoint"):
        load_checkpoint(tmp_path / "checkpoint.pt")
    assert not (tmp_path / "done").exists()


@pytest.mark.parametrize("content", [b"", b"half", b"PK\x03\x04 torn", b"\x80\x02}q"])
def test_torn_checkpoint_is_refused_with_what_to_do(tmp_path, content):
    (tmp_path / "checkpoint.pt").write_bytes(content)
    with pytest.raises(CheckpointError) as caught:
        load_checkpoint(tmp_path / "checkpoint.pt")
    assert "delete it" in caught.value.hint
