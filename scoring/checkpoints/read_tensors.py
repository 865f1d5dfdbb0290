"""The tensors of a checkpoint file by name: HDF5, safetensors, or torch's own format without its pickled code.

What a file is, its first bytes say; its name says nothing. Nothing in it is ever executed: h5py and safetensors hold numbers only,
and torch reads with `weights_only`, which knows tensors and containers and refuses everything else.
"""

from __future__ import annotations

import importlib.util
import pickle
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from weights.errors import INSTALL_CHECKPOINTS, WeightsError

Tensors = dict[str, torch.Tensor]

HDF5_SIGNATURE = b"\x89HDF\r\n\x1a\n"
"""HDF5 file format specification 3.0, II.A."""
SAFETENSORS_BRACE_AT = 8
"""A safetensors file is the length of its header in 8 bytes, then the header, JSON (format documentation of safetensors)."""
TORCH_STARTS = (b"PK\x03\x04", b"\x80\x02")
"""torch writes a zip archive since 1.6, and wrote a bare pickle of protocol 2 before."""

WRAPPERS = ("state_dict", "params", "model")
"""Under which of these keys trainers keep the tensors: torch's tutorials, pyiqa, timm."""
PARALLEL = "module."
"""torch.nn.DataParallel puts this before every name."""


def read_tensors(path: Path) -> Tensors:
    """Name -> tensor, float32 as a rule. HDF5 datasets are named by their path without `:0`.

    Raises `WeightsError` where the file is no such file, is damaged, or holds more than numbers; `OSError`.
    """
    with path.open("rb") as stream:
        start = stream.read(SAFETENSORS_BRACE_AT + 1)
    if start.startswith(HDF5_SIGNATURE):
        return _read_hdf5(path)
    if start[SAFETENSORS_BRACE_AT:] == b"{":
        return _read_safetensors(path)
    if start.startswith(TORCH_STARTS):
        return _read_torch(path)
    raise WeightsError(f"{path.name} is no checkpoint", "HDF5 (Keras), safetensors and torch's .pth are read")


def _read_hdf5(path: Path) -> Tensors:
    if importlib.util.find_spec("h5py") is None:
        raise WeightsError(
            f"{path.name} is an HDF5 file, and the package h5py, which reads them, is not installed",
            INSTALL_CHECKPOINTS,
        )
    from scoring.checkpoints.read_hdf5 import read_hdf5

    return read_hdf5(path)


def _read_safetensors(path: Path) -> Tensors:
    try:
        return load_file(path)
    except SafetensorError as error:
        raise _damaged(path, error) from error


def _read_torch(path: Path) -> Tensors:
    if _is_program(path):
        raise WeightsError(
            f"{path.name} is a TorchScript program, and no program of a checkpoint is run here",
            "ask its publisher for a safetensors file, or a state dict",
        )
    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise WeightsError(
            f"{path.name} holds more than numbers, or is damaged: it is not opened, for a pickle can run any program",
            "ask its publisher for a safetensors file, or a state dict",
        ) from error
    except (RuntimeError, EOFError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise _damaged(path, error) from error
    return _named(_unwrapped(found), path)


def _is_program(path: Path) -> bool:
    """Whether a zip archive holds TorchScript's code: `<name>/constants.pkl` is what torch itself goes by."""
    if not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.endswith("/constants.pkl") for name in archive.namelist())
    except zipfile.BadZipFile as error:
        raise _damaged(path, error) from error


def _unwrapped(found: object) -> object:
    for key in WRAPPERS:
        if isinstance(found, Mapping) and isinstance(found.get(key), Mapping):
            return found[key]
    return found


def _named(found: object, path: Path) -> Tensors:
    if not isinstance(found, Mapping) or not all(map(_plain, found.values())):
        raise WeightsError(
            f"{path.name} is no state dict", "a table of names and tensors is wanted, as torch saves one"
        )
    return {str(name).removeprefix(PARALLEL): value for name, value in found.items()}


def _plain(value: object) -> bool:
    """Whether it is a tensor whose numbers are all there, one after the other: not sparse, quantised or a mere shape."""
    return (
        isinstance(value, torch.Tensor)
        and value.layout is torch.strided
        and not value.is_quantized
        and value.device.type == "cpu"
    )


def _damaged(path: Path, error: Exception) -> WeightsError:
    reason = " ".join(str(error).split())[:200]
    return WeightsError(f"{path.name} cannot be read: {reason}", "it may be damaged or incomplete; get it again")
