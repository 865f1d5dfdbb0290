"""Training pictures in memory: decoded once, brought to one size as the running network will see them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from scoring.training.datasets.rated_photos import RatedPhotos

U8 = npt.NDArray[np.uint8]


def read_pictures(photos: RatedPhotos, edge_px: int) -> tuple[RatedPhotos, U8]:
    """The photos whose pictures can be read, and (N, edge, edge, 3) uint8 RGB; larger ones area-averaged, smaller ones
    enlarged, aspect given up for batching: only for square sets such as BIQ2021.

    Raises `DatasetError` when too many pictures cannot be read.
    """
    with ThreadPoolExecutor() as pool:
        pictures = list(pool.map(lambda path: read_square(path, edge_px), photos.paths))
    readable = photos.only(np.array([picture is not None for picture in pictures], bool))
    return readable, np.stack([picture for picture in pictures if picture is not None])


def read_square(path: Path, edge_px: int) -> U8 | None:
    """(edge, edge, 3) uint8 RGB of one picture; None when the file is no picture."""
    bgr = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if bgr is None:
        return None
    if bgr.shape[:2] != (edge_px, edge_px):
        method = cv2.INTER_AREA if min(bgr.shape[:2]) > edge_px else cv2.INTER_CUBIC
        bgr = cv2.resize(bgr, (edge_px, edge_px), interpolation=method)
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB), np.uint8)
