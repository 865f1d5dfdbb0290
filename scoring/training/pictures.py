"""Training pictures in memory: decoded once, brought to one size as the running network will see them."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.datasets.rated_photos import DatasetError

U8 = npt.NDArray[np.uint8]


def read_pictures(paths: Sequence[Path], edge_px: int) -> U8:
    """(N, edge, edge, 3) uint8 RGB; larger ones area-averaged, smaller ones enlarged, aspect given up for batching.

    Only for square sets such as BIQ2021; raises `DatasetError` when a picture cannot be read.
    """
    with ThreadPoolExecutor() as pool:
        return np.stack(list(pool.map(lambda path: read_square(path, edge_px), paths)))


def read_square(path: Path, edge_px: int) -> U8:
    """(edge, edge, 3) uint8 RGB of one picture."""
    bgr = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if bgr is None:
        raise DatasetError(f"{path} cannot be read as a picture", "copy it from the data set again")
    if bgr.shape[:2] != (edge_px, edge_px):
        method = cv2.INTER_AREA if min(bgr.shape[:2]) > edge_px else cv2.INTER_CUBIC
        bgr = cv2.resize(bgr, (edge_px, edge_px), interpolation=method)
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)
