"""The face detector YuNet on ONNX Runtime (Wu et al. 2023, doi 10.1007/s11633-023-1423-y)."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.engines.onnx_cpu import open_network
from scoring.engines.yunet_decode import STRIDES_PX, decode

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

FIXED_EDGE = b"\x0a\x03\x08\x80\x05"
"""A dimension of 640 in ONNX's protobuf: `dim { dim_value: 640 }`."""
FREE_EDGES = (b"\x0a\x03\x12\x01h", b"\x0a\x03\x12\x01w")
"""Dimensions of any size, just as long: `dim { dim_param: "h" }`."""


class YuNet:
    """Finds faces of 10 px and more in a small picture; safe to call from several threads at once."""

    def __init__(self, model: bytes) -> None:
        """`model`: what the published file holds."""
        self._network = open_network(with_free_size(model))

    def find(self, rgb: U8, least_confidence: float) -> F32:
        """(h, w, 3) uint8 sRGB, upright -> (N, 15) float32 in pixels, the surest first; columns as in `yunet_decode`."""
        picture = padded(rgb)
        return decode(self._network(picture), picture.shape[3], least_confidence)


def with_free_size(model: bytes) -> bytes:
    """The published file asks for 640 x 640, which takes 9.5 ms of one core; the same network for any size.

    Raises `ValueError` where the file does not ask for that. The network is convolutional (its authors train and test it
    at many sizes), and only the two numbers in the file's input declaration say otherwise.
    """
    if model.count(FIXED_EDGE) != len(FREE_EDGES):
        raise ValueError("the network does not ask for a picture of 640 x 640")
    for edge in FREE_EDGES:
        model = model.replace(FIXED_EDGE, edge, 1)
    return model


def padded(rgb: U8) -> F32:
    """(h, w, 3) uint8 RGB -> (1, 3, h', w') float32 BGR, 0..255, black to the right and below up to multiples of 32."""
    height, width = rgb.shape[:2]
    step = STRIDES_PX[-1]
    batch = np.zeros((1, 3, -(-height // step) * step, -(-width // step) * step), np.float32)
    for plane, channel in zip(batch[0], reversed(cv2.split(rgb)), strict=True):
        plane[:height, :width] = channel
    return batch
