"""Photos with the mean opinions of people, whatever set they come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class RatedPhotos:
    """N photos. `mos` is the mean opinion on the scale 1..10; `subset` names where within the set a photo comes from."""

    paths: tuple[Path, ...]
    mos: npt.NDArray[np.float64]
    subset: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.paths)


class DatasetError(Exception):
    """The data set is not where the caller said, or not whole."""

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint
