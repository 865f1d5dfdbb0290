"""One photo as grouping sees it: what its files and its camera say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.photo.record import ExifFacts


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """One asset: a RAW + JPEG pair is one of these."""

    path: Path
    asset_id: str
    """Digest of the picture data; equal where two files hold the same picture."""
    size_px: tuple[int, int]
    """(width, height) of the upright full-size picture."""
    exif: ExifFacts


class AlikePairs(NamedTuple):
    """P pairs of photos that look alike, each once, by their places in the list of photos; `first` < `second`."""

    first: npt.NDArray[np.int64]
    """(P,)"""
    second: npt.NDArray[np.int64]
    """(P,)"""
    cosines: npt.NDArray[np.float32]
    """(P,) of their embeddings, in [-1, 1]."""
