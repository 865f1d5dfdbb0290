"""What should be sharp in a photo: where the camera focused, else eyes, else a face, else the likely subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

import numpy as np
import numpy.typing as npt

from scoring.assessors.tile_sharpness import TileSharpness
from scoring.face import Face
from scoring.frame import Frame
from scoring.subject import Subject

Box = tuple[float, float, float, float]
Mask = npt.NDArray[np.bool_]

TRUSTED_SUBJECT = 0.35
"""Subject confidence from which its own sharpness counts; on the camera test photos views lie below, single things above."""
FEWEST_SUBJECT_TILES, FEWEST_SUBJECT_SHARE = 6, 0.2
"""Fewer tiles with edges inside the subject say nothing of its sharpness: half of what a whole photo needs; and a smaller
share is a glow or a patch of sky (0.18 around a setting sun, 0.22 to 0.97 in things, on the camera test photos)."""
INNER_SHARE = 0.7
"""Corners and rim of a box belong to what is behind: tiles are pooled over their neighbours, and a subject's box may be a hundredth
of the frame too wide, so three tenths are left out."""
EYE_REACH = 0.3
"""Half of the box around an eye, in distances between the eyes: lids and lashes, not the brow; an eye is about half as wide as the
distance between two. Set by hand."""
LEAST_EYE_DISTANCE, LEAST_FACE_WIDTH = 3.0, 2.0
"""In tiles: eyes nearer to each other share the tiles that are pooled for them; a narrower face is mostly what is around it."""
AF_POINT_CONFIDENCE = 0.7
"""The camera's own claim: sure of the place, but people focus and then recompose (issue "Factor assessors")."""

CENTRE_REACH, CENTRE_CONFIDENCE = 0.03, 0.5
"""A point this near the middle, in shares of the frame, is where cameras focus by habit and people before they recompose, and
what some write without looking: it is believed where it is sharp and proves nothing where it is not."""


class TargetKind(StrEnum):
    """How we know what should be sharp."""

    AF_POINT = "af_point"
    EYES = "eyes"
    FACE = "face"
    SUBJECT = "subject"


@dataclass(frozen=True)
class Target:
    """`boxes`: x0, y0, x1, y1 as shares of width and height; any of them sharp is enough. `confidence` in [0, 1].

    `tiles`: (rows, cols) bool, the tiles that show it.
    """

    kind: TargetKind
    boxes: tuple[Box, ...]
    tiles: Mask
    confidence: float

    @property
    def box(self) -> Box:
        """The box around all boxes."""
        x0, y0, x1, y1 = zip(*self.boxes, strict=True)
        return min(x0), min(y0), max(x1), max(y1)

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the middle of `box`, in [0, 1]."""
        x0, y0, x1, y1 = self.box
        return (x0 + x1) / 2, (y0 + y1) / 2


def find_targets(frame: Frame, tiles: TileSharpness) -> tuple[Target, ...]:
    """Everything that may be meant to be sharp, the surest first; only what has tiles with edges to judge."""
    return tuple(target for target in _candidates(frame, tiles) if (target.tiles & tiles.judged).any())


def _candidates(frame: Frame, tiles: TileSharpness) -> Iterator[Target]:
    shape = tiles.judged.shape
    if frame.exif.af_areas:
        touched = tiles_touching(frame.exif.af_areas, shape)
        confidence = CENTRE_CONFIDENCE if _is_central(frame.exif.af_areas) else AF_POINT_CONFIDENCE
        yield Target(TargetKind.AF_POINT, frame.exif.af_areas, touched, confidence)
    if frame.faces:
        yield from _of_face(frame.faces[0], frame.size_px, shape)
    subject = trusted_subject(frame.subject, tiles)
    if subject is not None:
        yield Target(TargetKind.SUBJECT, (subject.box,), tiles_inside(subject.box, shape), subject.confidence)


def _is_central(areas: tuple[Box, ...]) -> bool:
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in areas]
    return all(abs(x - 0.5) <= CENTRE_REACH and abs(y - 0.5) <= CENTRE_REACH for x, y in middles)


def _of_face(face: Face, size_px: tuple[int, int], shape: tuple[int, ...]) -> Iterator[Target]:
    tile_px = size_px[0] / shape[1]
    eyes_px = hypot(*((one - other) * side for one, other, side in zip(*face.eyes, size_px, strict=True)))
    if eyes_px >= LEAST_EYE_DISTANCE * tile_px:
        reach = (EYE_REACH * eyes_px / size_px[0], EYE_REACH * eyes_px / size_px[1])
        boxes = tuple((x - reach[0], y - reach[1], x + reach[0], y + reach[1]) for x, y in face.eyes)
        yield Target(TargetKind.EYES, boxes, tiles_touching(boxes, shape), face.confidence)
    if (face.box[2] - face.box[0]) * size_px[0] >= LEAST_FACE_WIDTH * tile_px:
        yield Target(TargetKind.FACE, (face.box,), tiles_inside(face.box, shape), face.confidence)


def trusted_subject(subject: Subject | None, tiles: TileSharpness) -> Subject | None:
    """The subject, if it is likely one and shows edges enough to judge."""
    if subject is None or subject.confidence < TRUSTED_SUBJECT:
        return None
    judged = tiles.judged[tiles_inside(subject.box, tiles.judged.shape)]
    enough = max(FEWEST_SUBJECT_TILES, FEWEST_SUBJECT_SHARE * judged.size)
    return subject if judged.sum() >= enough else None


def tiles_inside(box: Box, shape: tuple[int, ...]) -> Mask:
    """(rows, cols) bool: tiles whose middle lies well inside a box, in an ellipse that leaves out its corners."""
    rows, cols = shape
    x0, y0, x1, y1 = box
    down = ((np.arange(rows) + 0.5) / rows - (y0 + y1) / 2) / ((y1 - y0) / 2 * INNER_SHARE)
    across = ((np.arange(cols) + 0.5) / cols - (x0 + x1) / 2) / ((x1 - x0) / 2 * INNER_SHARE)
    return np.asarray(down[:, None] ** 2 + across[None, :] ** 2 <= 1.0, np.bool_)


def tiles_touching(boxes: tuple[Box, ...], shape: tuple[int, ...]) -> Mask:
    """(rows, cols) bool: tiles that any of the boxes touches."""
    rows, cols = shape
    down, across = np.arange(rows), np.arange(cols)
    touched = np.zeros((rows, cols), np.bool_)
    for x0, y0, x1, y1 in boxes:
        touched |= ((down + 1 > y0 * rows) & (down < y1 * rows))[:, None] & (
            (across + 1 > x0 * cols) & (across < x1 * cols)
        )
    return touched
