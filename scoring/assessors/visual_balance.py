"""Visual balance: where the middle of all that draws the eye lies."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]


def balance_point(saliency: F32, luma: U8) -> tuple[float, float]:
    """(h, w) float32 saliency and (H, W) uint8 luma -> (x, y) in [0, 1]: the centroid of saliency and edges, half each.

    The middle where nothing draws the eye. After the visual mass of Locher et al. 1996; both halves weigh the same, for neither
    alone tells a face on plain ground from a wall of leaves.
    """
    height, width = saliency.shape
    small = cv2.resize(luma, (width, height), interpolation=cv2.INTER_AREA)
    edges = cv2.magnitude(cv2.Sobel(small, cv2.CV_32F, 1, 0), cv2.Sobel(small, cv2.CV_32F, 0, 1))
    centroids = [found for found in (_centroid(saliency), _centroid(np.asarray(edges, np.float32))) if found]
    if not centroids:
        return 0.5, 0.5
    across, down = zip(*centroids, strict=True)
    return sum(across) / len(across), sum(down) / len(down)


def _centroid(weight: F32) -> tuple[float, float] | None:
    """(x, y) in [0, 1]; None where nothing weighs anything."""
    columns, rows = weight.sum(axis=0, dtype=np.float64), weight.sum(axis=1, dtype=np.float64)
    total = float(columns.sum())
    if total <= 0.0:
        return None
    x, y = (float(line @ (np.arange(len(line)) + 0.5)) / total / len(line) for line in (columns, rows))
    return x, y
