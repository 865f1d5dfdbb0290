"""What the crops of one photo are judged by: where the eye goes, where there is detail, and what must stay whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from scoring.box import Box
from scoring.crops.box_means import integral
from scoring.crops.turn import Turn
from scoring.frame import F32, U8, Frame
from scoring.subject import Subject

F64 = npt.NDArray[np.float64]

DETAIL_CODES = 12.0
"""Rms gradient, in 8-bit codes between neighbours of the small copy, at which an area counts as half detailed: a choice. In 15
of the 16 camera photos (all but a moon on black) the plainest tenth has 0.8 to 7, the median 1.2 to 26, the busiest tenth 5
to 64."""
CUT_BY_PHOTO = 0.004
"""A thing this near to the photo's edge, half a pixel of the saliency map, goes on beyond it."""


@dataclass(frozen=True)
class Scene:
    """`saliency`, `detail`: integral pictures, (h + 1, w + 1) float64, of maps in [0, 1]; `across` and `down` the same of saliency
    times x and y in [0, 1], `across2` and `down2` times their squares. Everything is of the canvas of `turn`."""

    turn: Turn
    saliency: F64
    across: F64
    down: F64
    across2: F64
    down2: F64
    detail: F64
    subject: Subject | None
    faces: tuple[Box, ...]
    points: tuple[tuple[float, float], ...]
    """Middles of the camera's focus areas, (x, y) in [0, 1]."""

    @property
    def aspect(self) -> float:
        """Width over height of the upright picture, before any turn."""
        return self.turn.aspect

    @property
    def whole(self) -> Box:
        """The frame that crops are compared with: the picture, or the largest of its shape inside the turned one."""
        return self.turn.frame


def scene_of(frame: Frame, turn_deg: float = 0.0) -> Scene:
    """The maps of `frame.small`, turned clockwise, and what `frame` knows of subject, faces and focus areas."""
    height, width = frame.rgb.shape[:2]
    turn, saliency = Turn(width / height, turn_deg), frame.saliency
    maps = [turn.map_on_canvas(plane) for plane in (saliency, detail_map(frame.small, saliency.shape))]
    faces = tuple(_turned(turn, face.box) for face in frame.faces or ())
    points = tuple(turn.point(((x0 + x1) / 2, (y0 + y1) / 2)) for x0, y0, x1, y1 in frame.exif.af_areas)
    subject = frame.subject and replace(frame.subject, box=_turned(turn, frame.subject.box))
    return _scene(maps[0], maps[1], turn, subject, faces, points)


def scene_from(
    saliency: F32,
    detail: F32,
    aspect: float,
    subject: Subject | None = None,
    faces: tuple[Box, ...] = (),
    points: tuple[tuple[float, float], ...] = (),
) -> Scene:
    """Two (h, w) float32 maps in [0, 1] of one shape and what is known of the photo."""
    return _scene(saliency, detail, Turn(aspect), subject, faces, points)


def _scene(
    saliency: F32,
    detail: F32,
    turn: Turn,
    subject: Subject | None,
    faces: tuple[Box, ...],
    points: tuple[tuple[float, float], ...],
) -> Scene:
    height, width = saliency.shape
    x = ((np.arange(width) + 0.5) / width)[None, :]
    y = ((np.arange(height) + 0.5) / height)[:, None]
    mass, across, down, across2, down2 = (
        integral(saliency * weight) for weight in (np.ones_like(x), x, y, x * x, y * y)
    )
    return Scene(turn, mass, across, down, across2, down2, integral(detail), subject, faces, points)


def _turned(turn: Turn, thing: Box) -> Box:
    """Where a thing lies on the canvas; of one that the photo cuts, what is inside the turned frame."""
    x0, y0, x1, y1 = turn.round_thing(thing)
    if min(thing) > CUT_BY_PHOTO and max(thing) < 1.0 - CUT_BY_PHOTO:
        return x0, y0, x1, y1
    left, top, right, bottom = turn.frame
    return max(x0, left), max(y0, top), min(x1, right), min(y1, bottom)


def detail_map(rgb: U8, shape: tuple[int, int]) -> F32:
    """(H, W, 3) uint8 sRGB -> (h, w) float32 in [0, 1): how detailed each area is, whatever its contrast beyond a point."""
    luma = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
    across, down = cv2.Sobel(luma, cv2.CV_32F, 1, 0, scale=0.25), cv2.Sobel(luma, cv2.CV_32F, 0, 1, scale=0.25)
    power = cv2.resize(across * across + down * down, shape[::-1], interpolation=cv2.INTER_AREA)
    rms = np.sqrt(power)
    return np.asarray(rms / (rms + DETAIL_CODES), np.float32)
