"""The largest crop inside a photo that is turned upright, and how to render it."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from scoring.box import Box
from scoring.frame import U8

F64 = npt.NDArray[np.float64]


def turned_size(size_px: tuple[float, float], turn_deg: float) -> tuple[float, float]:
    """(width, height) of the canvas that just holds a picture turned about its middle, in pixels."""
    width, height = size_px
    cos, sin = _cos_sin(turn_deg)
    return width * cos + height * sin, width * sin + height * cos


def upright_box(size_px: tuple[float, float], turn_deg: float, aspect: float | None = None) -> Box:
    """The largest upright box inside a picture turned by up to 90 deg, as shares of the turned canvas.

    Arguments and errors as of `largest_inside`. The box lies in the middle: by symmetry no other place holds a larger one.
    """
    across, down = largest_inside(size_px, turn_deg, aspect)
    canvas = turned_size(size_px, turn_deg)
    left, top = (1 - across / canvas[0]) / 2, (1 - down / canvas[1]) / 2
    return left, top, 1 - left, 1 - top


def largest_inside(size_px: tuple[float, float], turn_deg: float, aspect: float | None = None) -> tuple[float, float]:
    """(width, height) of the largest upright box inside a picture turned by up to 90 deg; raises `ValueError` beyond.

    `size_px`: (width, height) before turning. `aspect`: width / height of the box; None = whatever has the largest area.
    """
    width, height = size_px
    if width <= 0 or height <= 0 or abs(turn_deg) > 90.0 or (aspect is not None and aspect <= 0.0):
        raise ValueError(f"no box in {width} x {height} px turned by {turn_deg} deg at aspect {aspect}")
    cos, sin = _cos_sin(turn_deg)
    return _freely(width, height, cos, sin) if aspect is None else _shaped(width, height, (cos, sin), aspect)


def rendering(size_px: tuple[int, int], turn_deg: float, box: Box, scale: float = 1.0) -> tuple[F64, tuple[int, int]]:
    """How to draw a box of the turned canvas: a (2, 3) matrix from pixels of the picture to pixels of the crop, whose (width,
    height) come with it.

    `turn_deg`: positive turns the picture clockwise, so a `Tilt` is undone by its opposite. Pixel centres lie at whole numbers.
    """
    width, height = size_px
    angle = math.radians(turn_deg)
    canvas = turned_size(size_px, turn_deg)
    turn = scale * np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    # Half a pixel off: a picture's edges lie at -0.5 and at its width less 0.5.
    middle = np.array([(width - 1) / 2, (height - 1) / 2])
    corner = scale * np.array([(0.5 - box[0]) * canvas[0], (0.5 - box[1]) * canvas[1]]) - 0.5
    matrix = np.column_stack([turn, corner - turn @ middle])
    across, down = (box[2] - box[0]) * canvas[0] * scale, (box[3] - box[1]) * canvas[1] * scale
    return matrix, (max(1, _whole(across)), max(1, _whole(down)))


def rendered(rgb: U8, turn_deg: float, box: Box) -> U8:
    """(H, W, 3) uint8 -> the box of the turned picture, (h, w, 3) uint8, at the picture's own scale."""
    height, width = rgb.shape[:2]
    matrix, size = rendering((width, height), turn_deg, box)
    # The border is reached by half a pixel of interpolation only; repeated, it does not darken.
    drawn = cv2.warpAffine(rgb, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(drawn, np.uint8)


def _whole(length: float) -> int:
    """Whole pixels that fit, a rounding error of the arithmetic forgiven."""
    return math.floor(length + 1e-6)


def _cos_sin(turn_deg: float) -> tuple[float, float]:
    angle = math.radians(abs(turn_deg))
    return math.cos(angle), math.sin(angle)


def _shaped(width: float, height: float, cos_sin: tuple[float, float], aspect: float) -> tuple[float, float]:
    """A box turned back by the angle must fit into the picture: its own canvas is no larger."""
    cos, sin = cos_sin
    down = min(width / (aspect * cos + sin), height / (aspect * sin + cos))
    return aspect * down, down


def _freely(width: float, height: float, cos: float, sin: float) -> tuple[float, float]:
    """The largest area: two of its corners touch the long sides of a slim picture, else all four touch a side each."""
    long, short = max(width, height), min(width, height)
    if short <= 2 * sin * cos * long or abs(sin - cos) < 1e-9:
        half = short / 2
        return (half / sin, half / cos) if width >= height else (half / cos, half / sin)
    spread = cos * cos - sin * sin
    return (width * cos - height * sin) / spread, (height * cos - width * sin) / spread
