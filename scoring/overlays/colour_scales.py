"""Colour scales that read in grey and with any colour vision: lightness rises steadily along each of them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.frame import U8

VIRIDIS = ("440154", "472d7b", "3b528b", "2c728e", "21918c", "28ae80", "5ec962", "addc30", "fde725")
"""Van der Walt and Smith, matplotlib 2015 (CC0): perceptually uniform, nine of its colours."""
PLASMA = ("0d0887", "4c02a1", "7e03a8", "aa2395", "cc4778", "e66c5c", "f89540", "fdc527", "f0f921")
"""The same authors: never grey, so that its marks stand out on a grey photo."""


def _table(anchors: tuple[str, ...]) -> U8:
    colours = np.array([list(bytes.fromhex(anchor)) for anchor in anchors], np.float64)
    along, places = np.linspace(0.0, 1.0, 256), np.linspace(0.0, 1.0, len(anchors))
    channels = [np.interp(along, places, channel) for channel in colours.T]
    return np.asarray(np.rint(np.stack(channels, axis=1)), np.uint8)


SHARPNESS_SCALE = _table(VIRIDIS)
NOISE_SCALE = _table(PLASMA)
"""(256, 3) uint8 sRGB each, from least to most."""


def coloured(values: npt.NDArray[np.floating], scale: U8) -> U8:
    """Values in [0, 1], of any shape, limited to it -> their colours, (..., 3) uint8."""
    return np.asarray(scale[np.rint(np.clip(values, 0.0, 1.0) * 255.0).astype(np.intp)], np.uint8)
