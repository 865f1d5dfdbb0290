"""Finds the faces of a photo and tells open from closed eyes."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import numpy.typing as npt

from scoring.engines.eye_visibility import eyes_are_seen
from scoring.engines.face_look import first_look, second_look
from scoring.engines.ocec import EyeClassifier
from scoring.engines.yunet import YuNet
from scoring.face import Face
from scoring.face_prominence import MOST_PROMINENT, by_prominence, prominent

U8 = npt.NDArray[np.uint8]


class FaceFinder:
    """A `FindFaces`; safe to call from several threads at once. Some 5 ms of one core, and 4 more for each face that counts."""

    def __init__(self, detector: Path, eyes: Path) -> None:
        """The files of YuNet and of OCEC, as published."""
        self._detector = YuNet(detector.read_bytes())
        self._eyes = EyeClassifier(eyes)

    def __call__(self, rgb: U8, smaller: U8) -> tuple[Face, ...]:
        """(H, W, 3) uint8 sRGB, upright, and a smaller copy -> its faces, the most prominent first."""
        found = by_prominence(first_look(self._detector, smaller))
        closely = {first: second_look(self._detector, rgb, smaller, first) for first in found[:MOST_PROMINENT]}
        there = [face for face in found if closely.get(face, face) is not None]
        counted = set(prominent(there))
        return tuple(self._with_eyes(rgb, closely.get(face), face) if face in counted else face for face in there)

    def _with_eyes(self, rgb: U8, seen: Face | None, first: Face) -> Face:
        if seen is None or not eyes_are_seen(rgb, seen, first):
            return seen or first
        return dataclasses.replace(seen, eyes_open=self._eyes.open_probabilities(rgb, seen))
