"""From an upright photo to a network's input, as the weights' own entry demands."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from scoring.shrink import shrunk
from weights.entry import Preprocessing

SHORTEST_PX = 32
"""Five halvings (MobileNetV2, Sandler et al. 2018, table 2) leave one pixel of it."""
AREA_WEIGHT = 0.5
"""A picture squeezed by 1 % is as bad as one with 2 % more or fewer pixels: things keep their shape before their size."""
SIZES_REMEMBERED = 64
"""A choice: a shoot has few shapes, four with portraits and landscapes of two cameras, and three networks ask for each."""


def network_input(rgb: npt.NDArray[np.uint8], wanted: Preprocessing) -> npt.NDArray[np.float32]:
    """(H, W, 3) uint8 sRGB -> (1, 3, h, w) float32, normalised; h and w as `input_size` says."""
    picture = fitted(rgb, wanted)
    batch = np.empty((1, 3, *picture.shape[:2]), np.float32)
    for plane, channel, mean, sd in zip(batch[0], cv2.split(picture), wanted.mean, wanted.sd, strict=True):
        cv2.addWeighted(channel, 1.0 / (255.0 * sd), channel, 0.0, -mean / sd, dst=plane, dtype=cv2.CV_32F)
    return batch


def fitted(rgb: npt.NDArray[np.uint8], wanted: Preprocessing) -> npt.NDArray[np.uint8]:
    """(H, W, 3) uint8 sRGB -> (h, w, 3) uint8; h and w as `input_size` says."""
    height, width = input_size(rgb.shape[0], rgb.shape[1], wanted)
    if height <= rgb.shape[0] and width <= rgb.shape[1]:
        return shrunk(rgb, width, height)
    return np.asarray(cv2.resize(rgb, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


@lru_cache(SIZES_REMEMBERED)
def input_size(height: int, width: int, wanted: Preprocessing) -> tuple[int, int]:
    """(height, width) of the input, as the wanted fit says, as well as the multiples and the longest edge allow."""
    short_px, long_px = FITS[wanted.fit](max(height, width) / min(height, width), wanted)
    return (short_px, long_px) if height <= width else (long_px, short_px)


def square(_aspect: float, wanted: Preprocessing) -> tuple[int, int]:
    """Both edges as wanted: the picture is squeezed (NIMA's Keras networks were trained so)."""
    return wanted.edge_px, wanted.edge_px


def short_edge(aspect: float, wanted: Preprocessing) -> tuple[int, int]:
    """The short edge as wanted, the long one by the aspect (issue "The rating-distribution model": SAF)."""
    step = wanted.multiple_of_px
    return wanted.edge_px, min(max(round(wanted.edge_px * aspect / step) * step, step), wanted.long_edge_px)


def area(aspect: float, wanted: Preprocessing) -> tuple[int, int]:
    """As many pixels as the wanted square, the aspect kept."""
    step, longest = wanted.multiple_of_px, wanted.long_edge_px

    def misfit(size: tuple[int, int]) -> float:
        squeezed = abs(math.log(size[1] / size[0] / aspect))
        return squeezed + AREA_WEIGHT * abs(math.log(size[0] * size[1] / wanted.edge_px**2))

    edges = range(max(step, SHORTEST_PX), longest + 1, step)
    sizes = [(short, min(max(round(short * aspect / step) * step, step), longest)) for short in edges]
    return min(sizes, key=misfit)


FITS: dict[str, Callable[[float, Preprocessing], tuple[int, int]]] = {
    "area": area,
    "short_edge": short_edge,
    "square": square,
}
"""How a picture's (long / short) aspect becomes the short and the long edge of the input, by the entry's word for it."""
