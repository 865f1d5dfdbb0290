"""A photo turned to be level: where a crop lies on the untouched picture, and where on the canvas that just holds the turned one.

`docs/adr/0004-straightened-crops.md` says why crops are told as they are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from scoring.box import Box
from scoring.crops.upright_box import turned_size, upright_box
from scoring.frame import F32

F64 = npt.NDArray[np.float64]
Boxes = npt.NDArray[np.float64]
Point = tuple[float, float]
MIDDLE = 0.5


@dataclass(frozen=True)
class Turn:
    """A picture of `aspect` width over height, turned clockwise by `deg` about its middle.

    Boxes "of the picture" are shares of its width and height as it lies, each turned the other way about its own middle;
    boxes "of the canvas" are upright, and shares of the canvas. Without a turn both are the same.
    """

    aspect: float
    deg: float = 0.0

    @cached_property
    def canvas(self) -> tuple[float, float]:
        """Width and height of the canvas, in widths and heights of the picture."""
        width, height = turned_size((self.aspect, 1.0), self.deg)
        return width / self.aspect, height

    @property
    def enlarged(self) -> float:
        """Area of the canvas, in areas of the picture."""
        return self.canvas[0] * self.canvas[1]

    @cached_property
    def frame(self) -> Box:
        """The largest box of the picture's own shape inside the turned picture, of the canvas."""
        return upright_box((self.aspect, 1.0), self.deg, self.aspect) if self.deg else (0.0, 0.0, 1.0, 1.0)

    def onto_canvas(self, boxes: Boxes) -> Boxes:
        """(N, 4) boxes of the picture -> of the canvas."""
        return self._moved(boxes, self._matrix, 1.0 / np.array(self.canvas)) if self.deg else boxes

    def of_picture(self, boxes: Boxes) -> Boxes:
        """(N, 4) boxes of the canvas -> of the picture."""
        back = np.asarray(np.linalg.inv(self._matrix), np.float64)
        return self._moved(boxes, back, np.array(self.canvas)) if self.deg else boxes

    def point(self, at: Point) -> Point:
        """A place in the picture -> on the canvas."""
        x, y = MIDDLE + self._matrix @ (np.array(at) - MIDDLE) if self.deg else at
        return float(x), float(y)

    def round_thing(self, box: Box) -> Box:
        """The box round an oval thing in the picture that fills `box` -> the upright one round it on the canvas.

        Few things fill the corners of their boxes; with corners, every face would grow as it turns.
        """
        if not self.deg:
            return box
        x, y = self.point(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        half = np.array([box[2] - box[0], box[3] - box[1]]) / 2
        across, down = (float(reach) for reach in np.hypot(*(self._matrix * half).T))
        return x - across, y - down, x + across, y + down

    def corners(self, box: Box) -> tuple[Point, Point, Point, Point]:
        """The corners of a box of the picture on the untouched picture, clockwise from the upper left one as it is seen turned."""
        middle, half = (
            np.array([box[0] + box[2], box[1] + box[3]]) / 2,
            np.array([box[2] - box[0], box[3] - box[1]]) / 2,
        )
        units = np.array([self.aspect, 1.0])
        angle = math.radians(self.deg)
        back = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        found = [middle + back @ (half * side * units) / units for side in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        first, second, third, fourth = ((float(x), float(y)) for x, y in found)
        return first, second, third, fourth

    def map_on_canvas(self, plane: F32) -> F32:
        """(h, w) float32 map of the picture -> of the canvas, pixels as large; beyond the picture its border is repeated."""
        if not self.deg:
            return plane
        sizes = np.array(plane.shape[::-1]), np.rint(np.array(plane.shape[::-1]) * self.canvas).astype(int)
        back = np.linalg.inv(self._matrix)
        matrix = back * sizes[0][:, None] / sizes[1]
        start = sizes[0] / 2 - 0.5 - matrix @ (sizes[1] / 2 - 0.5)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        size = (int(sizes[1][0]), int(sizes[1][1]))
        drawn = cv2.warpAffine(
            plane, np.column_stack([matrix, start]), size, flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
        return np.asarray(drawn, np.float32)

    @cached_property
    def _matrix(self) -> F64:
        """(2, 2): from the middle of the picture, in its shares, to the middle of the canvas, in the canvas's."""
        angle = math.radians(self.deg)
        turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        units = np.array([self.aspect, 1.0])
        return np.asarray(turn * units / units[:, None] / np.array(self.canvas)[:, None], np.float64)

    @staticmethod
    def _moved(boxes: Boxes, matrix: F64, grown: F64) -> Boxes:
        middle = MIDDLE + ((boxes[:, :2] + boxes[:, 2:]) / 2 - MIDDLE) @ matrix.T
        half = (boxes[:, 2:] - boxes[:, :2]) / 2 * grown
        return np.concatenate([middle - half, middle + half], axis=1)
