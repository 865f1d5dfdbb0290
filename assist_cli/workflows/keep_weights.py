"""A public checkpoint's files become the user's weights: converted once, or kept as published. torch is loaded only here."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path

from weights.cache import staged
from weights.errors import INSTALL_CHECKPOINTS, WeightsError
from weights.keep import keep_as_published
from weights.public_checkpoint import RATING, PublicCheckpoint

HDF5_ENDINGS = (".hdf5", ".h5")


def keep_weights(checkpoint: PublicCheckpoint, files: Mapping[str, Path]) -> None:
    """Make the user's weights of `files` (role -> file); raises `WeightsError` or `OSError` and then leaves all as it was."""
    require_packages(checkpoint)
    with staged(checkpoint.name) as folder:
        if checkpoint.kind == RATING:
            from scoring.checkpoints.convert import convert

            convert(checkpoint, files, folder)
        else:
            (file,) = files.values()
            keep_as_published(checkpoint, file, folder)


def require_packages(checkpoint: PublicCheckpoint) -> None:
    """Raises `WeightsError` where a package is missing that the conversion needs: better before a download than after it."""
    if checkpoint.kind != RATING:
        return
    packages = ["onnx"]
    if any(file.file.endswith(HDF5_ENDINGS) for file in checkpoint.files):
        packages.append("h5py")
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        raise WeightsError(
            f"{checkpoint.name} needs a package that is not installed: {', '.join(missing)}", INSTALL_CHECKPOINTS
        )
