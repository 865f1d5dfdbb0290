"""Keras' weights in HDF5, as far as they are numbers; needs the package h5py."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import torch

from weights.errors import WeightsError

LARGEST_VALUES = 200_000_000
"""No layer of any network that we know comes near; a file that claims more is damaged or means harm."""


def read_hdf5(path: Path) -> dict[str, torch.Tensor]:
    """Path of each dataset in the file, less `:0`, -> its numbers; raises `WeightsError`.

    Links to other files are not followed, and a dataset whose numbers lie in another file is refused.
    """
    found: dict[str, torch.Tensor] = {}

    def take(name: str, item: object) -> None:
        if isinstance(item, h5py.Dataset) and np.issubdtype(item.dtype, np.number):
            if item.external or item.is_virtual:
                raise ValueError(f"the numbers of {name} lie in another file")
            if item.size > LARGEST_VALUES:
                raise ValueError(f"{name} claims {item.size:,} values")
            found[name.removesuffix(":0")] = torch.from_numpy(np.asarray(item[()]))

    try:
        with h5py.File(path, "r") as file:
            file.visititems(take)
    except (OSError, RuntimeError, ValueError, KeyError, TypeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise WeightsError(
            f"{path.name} cannot be read: {reason}", "it may be damaged or incomplete; get it again"
        ) from error
    return found
