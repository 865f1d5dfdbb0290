"""Two looks at the faces of a photo: at the whole of it, small; then at each face alone, upright and at one size."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import numpy.typing as npt

from scoring.engines.upright_crop import Piece, cut
from scoring.engines.yunet import YuNet
from scoring.face import Face
from scoring.face_geometry import eye_line, in_pixels
from scoring.face_prominence import centre_of
from scoring.shrink import shrunk

U8 = npt.NDArray[np.uint8]

AREA_PX = 520 * 347
"""As many pixels for every shape of picture: 520 x 347 at 3:2, 4 ms of one core (640 x 427 would take 6.4). YuNet finds faces from
10 px on, so one fiftieth of the long edge at 3:2: 70 px of a 9-megapixel photo; in a panorama relatively smaller ones."""
LEAST_CONFIDENCE = 0.85
"""Of 60 detections of 40 px and more on BIQ2021 that we looked at, 59 were faces (the other a cat of porcelain) from 0.9 on, 57
from 0.85 to 0.9 (two drawn ones, a coffee table), about 45 from 0.8 to 0.85 (remote controls, seeds, a jacket, animals)."""
CLOSE_EDGE_PX, FACE_SHARE = 160, 0.6
"""The second look: 96 px of face, the middle of what YuNet was made for (10 to 300 px), in 0.6 ms of one core."""
LEAST_SEEN_AGAIN = 0.5
"""Confidence of the second look. Of 818 faces on BIQ2021 it is above 0.75 but for 9; under 0.5 are a coffee table, a porcelain
cat and three profiles, just above them a remote control. Of 96 faces left, drawn by lot, 94 are people's and two are dolls'."""
CANDIDATE_CONFIDENCE = 0.3
"""The second look takes the detection nearest to where the face must be, however unsure; `LEAST_SEEN_AGAIN` then decides."""


def first_look(detector: YuNet, rgb: U8) -> tuple[Face, ...]:
    """(H, W, 3) uint8 sRGB, upright -> its faces, the surest first."""
    small = _reduced(rgb)
    size = np.array([small.shape[1], small.shape[0]], np.float64)
    found = detector.find(small, LEAST_CONFIDENCE)
    points = found[:, :14].reshape(-1, 7, 2) / size
    return tuple(_face(where, float(row[-1])) for where, row in zip(points.tolist(), found, strict=True))


def _reduced(rgb: U8) -> U8:
    height, width = rgb.shape[:2]
    scale = min(1.0, math.sqrt(AREA_PX / (width * height)))
    return shrunk(rgb, max(1, round(width * scale)), max(1, round(height * scale)))


def second_look(detector: YuNet, rgb: U8, smaller: U8, face: Face) -> Face | None:
    """The face with its points found anew; None where no face is there after all.

    `rgb`: (H, W, 3) uint8 sRGB, upright, all pixels there are; `smaller`: a copy, which serves for large faces.
    """
    if (face.box[2] - face.box[0]) * smaller.shape[1] >= FACE_SHARE * CLOSE_EDGE_PX:
        rgb = smaller
    size_px = (rgb.shape[1], rgb.shape[0])
    piece = _around(face, size_px)
    found = detector.find(cut(rgb, piece), CANDIDATE_CONFIDENCE)
    if not len(found):
        return None
    middles = (found[:, :2] + found[:, 2:4]) / 2
    nearest = found[int(np.argmin(np.abs(middles - CLOSE_EDGE_PX / 2).sum(axis=1)))]
    if nearest[-1] < LEAST_SEEN_AGAIN:
        return None
    points = piece.in_picture(nearest[4:14].reshape(5, 2).astype(np.float64)) / size_px
    seen = _face([*_corners(face), *points.tolist()], face.confidence)
    return dataclasses.replace(seen, box=face.box)


def _around(face: Face, size_px: tuple[int, int]) -> Piece:
    along, _ = eye_line(face, size_px)
    longest = max((face.box[2] - face.box[0]) * size_px[0], (face.box[3] - face.box[1]) * size_px[1])
    return Piece(in_pixels(centre_of(face), size_px), along, longest / FACE_SHARE, (CLOSE_EDGE_PX, CLOSE_EDGE_PX))


def _corners(face: Face) -> list[list[float]]:
    return [[face.box[0], face.box[1]], [face.box[2], face.box[3]]]


def _face(points: list[list[float]], confidence: float) -> Face:
    """Two corners of the box, then YuNet's five points, all as shares of the picture."""
    top_left, bottom_right, *landmarks = [(x, y) for x, y in points]
    right_eye, left_eye, nose, right_mouth, left_mouth = landmarks
    confidence = min(1.0, confidence)
    return Face((*top_left, *bottom_right), confidence, (right_eye, left_eye), nose, (right_mouth, left_mouth))
