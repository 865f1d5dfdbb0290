"""HDF5 gives its own numbers, never those of another file."""

import h5py
import numpy as np
import pytest

from scoring.checkpoints.read_hdf5 import read_hdf5
from weights.errors import WeightsError


def test_numbers_are_read_and_words_are_left(tmp_path):
    with h5py.File(tmp_path / "net.h5", "w") as file:
        file["dense/kernel:0"] = np.ones((2, 2), np.float32)
        file["notes"] = "trained on a Tuesday"
    assert list(read_hdf5(tmp_path / "net.h5")) == ["dense/kernel"]


def test_links_to_other_files_are_not_followed(tmp_path):
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["secret"] = np.ones(3)
    with h5py.File(tmp_path / "net.h5", "w") as file:
        file["linked"] = h5py.ExternalLink("other.h5", "/secret")
        file["dense/bias"] = np.zeros(3)
    assert list(read_hdf5(tmp_path / "net.h5")) == ["dense/bias"]


def test_numbers_that_lie_in_another_file_are_refused(tmp_path):
    (tmp_path / "secret").write_bytes(np.arange(4, dtype=np.float32).tobytes())
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["secret"] = np.arange(4.0)
    with h5py.File(tmp_path / "raw.h5", "w") as file:
        file.create_dataset("dense/bias", shape=(4,), dtype="f4", external=[(str(tmp_path / "secret"), 0, 16)])
    with h5py.File(tmp_path / "virtual.h5", "w") as file:
        layout = h5py.VirtualLayout((4,), "f8")
        layout[:] = h5py.VirtualSource(str(tmp_path / "other.h5"), "secret", (4,))
        file.create_virtual_dataset("dense/bias", layout)
    for name in ("raw.h5", "virtual.h5"):
        with pytest.raises(WeightsError, match="the numbers of dense/bias lie in another file"):
            read_hdf5(tmp_path / name)


def test_claim_of_endless_numbers_is_refused_before_they_are_read(tmp_path):
    with h5py.File(tmp_path / "net.h5", "w") as file:
        file.create_dataset("dense/kernel", shape=(10**6, 10**6), chunks=(1000, 1000), dtype="float32")
    with pytest.raises(WeightsError, match="claims 1,000,000,000,000 values"):
        read_hdf5(tmp_path / "net.h5")
