"""From a public checkpoint's files to weights like our own: ONNX, safetensors and their entry, proven to agree."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

from scoring.checkpoints.layouts import LAYOUTS
from scoring.checkpoints.read_tensors import Tensors, read_tensors
from scoring.checkpoints.strict_load import LayoutError
from scoring.engines.network_input import network_input
from scoring.engines.onnx_cpu import OnnxRatingEngine
from scoring.models.rating_network import RatingNetwork
from weights.cache import require_room
from weights.digest import sha256
from weights.entry import Preprocessing, WeightsEntry, read_entry
from weights.errors import WeightsError
from weights.keep import write_entry
from weights.public_checkpoint import PublicCheckpoint

AGREEMENT = 1e-4
"""No probability may differ by more between ONNX Runtime and torch (issue "The rating-distribution model")."""

TRIAL_SIZES = ((240, 320), (400, 300), (224, 224))
"""(height, width) of the random pictures that both are asked for: wide, tall and square."""
TRIAL_SEED = 0


def layout_problem(checkpoint: PublicCheckpoint, files: Mapping[str, Tensors]) -> str | None:
    """Why `files` (role -> tensors) are not of the checkpoint's layout, or None where every key and shape is right."""
    try:
        network_of(checkpoint, files)
    except LayoutError as error:
        return str(error)
    return None


def convert(checkpoint: PublicCheckpoint, files: Mapping[str, Path], folder: Path) -> None:
    """Write `<name>.onnx`, `<name>.safetensors` and `<name>.toml` into `folder` from the file of each role.

    Raises `WeightsError` where a file cannot be read, has other keys or shapes, or the two formats disagree; `OSError`.
    """
    # Only who converts needs the package onnx: to tell what a file is, it need not be installed.
    from scoring.checkpoints.write_pair import write_pair

    network = network_of_files(checkpoint, files)
    numbers_bytes = sum(value.nbytes for value in network.state_dict().values())
    require_room(folder, 2 * numbers_bytes)
    onnx, safetensors = (folder / f"{checkpoint.name}.{ending}" for ending in ("onnx", "safetensors"))
    write_pair(network, onnx, safetensors, input_of(checkpoint))
    path = write_entry(checkpoint, [onnx, safetensors], {role: sha256(file) for role, file in files.items()}, folder)
    network.load_state_dict(load_file(safetensors))
    require_agreement(network, entry_at(path))


def network_of_files(checkpoint: PublicCheckpoint, files: Mapping[str, Path]) -> RatingNetwork:
    """The network in evaluation mode; raises `WeightsError`."""
    try:
        return network_of(checkpoint, {role: read_tensors(path) for role, path in files.items()})
    except LayoutError as error:
        names = " and ".join(path.name for path in files.values())
        raise WeightsError(
            f"{names} cannot be {checkpoint.name}: {error}",
            f"assist weights info {checkpoint.name} tells where to get it",
        ) from error


def network_of(checkpoint: PublicCheckpoint, files: Mapping[str, Tensors]) -> RatingNetwork:
    """The network in evaluation mode; raises `LayoutError`."""
    return LAYOUTS[str(checkpoint.layout)](files, checkpoint.facts["network"])


def input_of(checkpoint: PublicCheckpoint) -> Preprocessing:
    """What the entry's `[preprocessing]` says."""
    said = checkpoint.facts["preprocessing"]
    return Preprocessing(**{**said, "mean": tuple(said["mean"]), "sd": tuple(said["sd"])})


def entry_at(path: Path) -> WeightsEntry:
    """The entry at `path`, its files beside it."""
    entry = read_entry(path)
    beside = {kind: dataclasses.replace(file, path=path.parent / file.path.name) for kind, file in entry.files.items()}
    return dataclasses.replace(entry, files=beside)


def require_agreement(network: RatingNetwork, entry: WeightsEntry) -> None:
    """Raises `WeightsError` unless both formats give the same distribution, one that sums to 1, for random pictures."""
    engine = OnnxRatingEngine(entry)
    random = np.random.default_rng(TRIAL_SEED)
    for height, width in TRIAL_SIZES:
        rgb = random.integers(0, 256, (height, width, 3), np.uint8)
        with torch.inference_mode():
            expected = network(torch.from_numpy(network_input(rgb, entry.preprocessing)))[0].numpy()
        difference = float(np.abs(engine.rate(rgb) - expected).max())
        if not (difference <= AGREEMENT and abs(float(expected.sum()) - 1.0) <= AGREEMENT):
            raise WeightsError(
                f"{entry.name} came out of its conversion wrong: ONNX and torch differ by {difference:.2g}",
                "this is a fault of photo-assist or of the checkpoint; please report it",
            )
