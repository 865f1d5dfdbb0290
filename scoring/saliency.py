"""Where the subject of a photo is likely to be: the saliency network's answer, at one size for all who read it."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import numpy.typing as npt

from scoring.engines.saliency_engine import SaliencyEngine, saliency_engine

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

LONG_EDGE_PX = 128
"""Saliency is about whole objects: the network itself answers for 48 x 32 places of a 3:2 photo, and boxes are drawn between."""
SHORTEST_PX = 8
"""A panorama's map keeps so many rows."""


def saliency_map(rgb: U8, engine: Callable[[], SaliencyEngine] = saliency_engine) -> F32:
    """(H, W, 3) uint8 sRGB, upright -> (h, w) float32 in [0, 1], long edge 128 px: how likely each place shows the subject.

    A view without a subject stays low everywhere; a picture of one colour is zero. The network learned from photos whose
    focus told the subject, half of them blurred all over (docs/subject.md), so that a missed focus hardly moves the map.
    The same photo gives the same map to the last bit, on the CPU. `engine` opens the network; raises `WeightsError` where its
    weights are missing or damaged.
    """
    scale = LONG_EDGE_PX / max(rgb.shape[:2])
    width, height = (max(SHORTEST_PX, round(edge * scale)) for edge in (rgb.shape[1], rgb.shape[0]))
    if rgb.min() == rgb.max():
        return np.zeros((height, width), np.float32)
    # Interpolated values stay between their neighbours, and so within [0, 1].
    return np.asarray(cv2.resize(engine().read(rgb), (width, height), interpolation=cv2.INTER_LINEAR), np.float32)
