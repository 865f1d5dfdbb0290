"""Cuts a piece around a point out of a large picture, turned upright, without aliasing."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]

RIM = 2.0
"""Pixels of the piece around it that interpolation may touch."""


@dataclass(frozen=True)
class Piece:
    """What to cut: `centre` (2,) x, y in pixels of the picture, `along` (2,) unit vector that becomes its horizontal.

    `width_px`: of the picture, along it; `size`: (width, height) of the piece in its own pixels, which are square.
    """

    centre: F64
    along: F64
    width_px: float
    size: tuple[int, int]

    @property
    def pixel_px(self) -> float:
        """Edge of one pixel of the piece, in pixels of the picture."""
        return self.width_px / self.size[0]

    def in_picture(self, points: F64) -> F64:
        """(N, 2) points of the piece -> the same in pixels of the picture."""
        off = (points - np.array(self.size) / 2) * self.pixel_px
        return np.asarray(self.centre + off @ self.axes, np.float64)

    @property
    def axes(self) -> F64:
        """(2, 2) its horizontal and its vertical, unit vectors of the picture."""
        return np.array([self.along, [-self.along[1], self.along[0]]])


def cut(rgb: U8, piece: Piece) -> U8:
    """(H, W, 3) uint8 -> (height, width, 3); beyond the picture its outermost pixels go on.

    Exact halves first, of no more than the piece needs; what is left is less than a factor of two, as in `scoring.shrink`.
    """
    part, corner = _surroundings(rgb, piece)
    halvings = max(0, int(np.floor(np.log2(max(piece.pixel_px, 1.0)))))
    for _ in range(halvings):
        height, width = max(1, part.shape[0] // 2), max(1, part.shape[1] // 2)
        part = cv2.resize(part[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA)
    pixel = piece.pixel_px / 2**halvings
    axes = piece.axes.T * pixel
    # OpenCV counts from the middle of the first pixel, we from its corner.
    offset = (piece.centre - corner) / 2**halvings - 0.5 - axes @ (np.array(piece.size) - 1.0) / 2.0
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    transform = np.column_stack([axes, offset])
    return np.asarray(
        cv2.warpAffine(part, transform, piece.size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def _surroundings(rgb: U8, piece: Piece) -> tuple[cv2.typing.MatLike, F64]:
    """The part of the picture that holds the piece, at least a pixel, and where its upper left corner lies."""
    corners = piece.in_picture(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]) * piece.size)
    limit = np.array([rgb.shape[1], rgb.shape[0]])
    start = np.clip(np.floor(corners.min(axis=0) - RIM * piece.pixel_px), 0, limit - 1).astype(int)
    stop = np.clip(np.ceil(corners.max(axis=0) + RIM * piece.pixel_px), start + 1, limit).astype(int)
    return rgb[start[1] : stop[1], start[0] : stop[0]], start.astype(np.float64)
