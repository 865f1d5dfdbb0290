"""From an upright photo to a network's input, as the weights' own entry demands."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from weights.entry import Preprocessing


def network_input(rgb: npt.NDArray[np.uint8], wanted: Preprocessing) -> npt.NDArray[np.float32]:
    """(H, W, 3) uint8 sRGB -> (1, 3, h, w) float32, normalised; h and w as `input_size` says."""
    height, width = input_size(rgb.shape[0], rgb.shape[1], wanted)
    if (height, width) != rgb.shape[:2]:
        shrinks = height <= rgb.shape[0] and width <= rgb.shape[1]
        rgb = np.asarray(
            cv2.resize(rgb, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC), np.uint8
        )
    channels = [
        cv2.addWeighted(channel, 1.0 / (255.0 * sd), channel, 0.0, -mean / sd, dtype=cv2.CV_32F)
        for channel, mean, sd in zip(cv2.split(rgb), wanted.mean, wanted.sd, strict=True)
    ]
    return np.asarray(np.stack(channels)[None], np.float32)


def input_size(height: int, width: int, wanted: Preprocessing) -> tuple[int, int]:
    """(height, width) of the input: short edge as wanted, aspect kept to the nearest allowed multiple, long edge bounded."""
    scale = wanted.short_edge_px / min(height, width)
    step = wanted.multiple_of_px

    def rounded(edge: int) -> int:
        return min(max(round(edge * scale / step), 1) * step, wanted.long_edge_px)

    return rounded(height), rounded(width)
