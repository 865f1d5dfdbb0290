"""A changed picture as ranking sees it: assessed and rated as the command does, with faces where the weights for them are here."""

from __future__ import annotations

import hashlib
from pathlib import Path

from index.photo.record import ExifFacts
from scoring.engines.rating_engine import open_rating_engine
from scoring.face import Face
from scoring.frame import Frame
from scoring.open_frame import face_finder
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.rating_distribution import Quality
from scoring.registry import ASSESSORS
from tests.benchmarks.ladders.ladder import U8
from weights.registry import DEFAULT_RATING_WEIGHTS

COMPARED = frozenset({"exposure", "focus", "faces", "sharpness", "composition"})
"""What frames of one group are compared by."""


class Looker:
    """Opens the networks once."""

    def __init__(self) -> None:
        self._faces = face_finder()
        self._rating = open_rating_engine("cpu", DEFAULT_RATING_WEIGHTS)

    def faces(self, rgb: U8) -> tuple[Face, ...]:
        """The most prominent first; none without the weights for faces."""
        return () if self._faces is None else self._faces(rgb, rgb)

    def look(self, rgb: U8, exif: ExifFacts, name: str) -> RankedPhoto:
        """`rgb`: (H, W, 3) uint8 sRGB, upright."""
        size_px = (rgb.shape[1], rgb.shape[0])
        frame = Frame(rgb, size_px, exif, find_faces=self._faces)
        said = {one.name: one.assess(frame) for one in ASSESSORS if one.name in COMPARED}
        rating_dist = tuple(float(p) for p in self._rating.rate(frame.working))
        return RankedPhoto(
            Path(f"{name}.JPG"),
            hashlib.sha256(rgb.tobytes()).hexdigest(),
            size_px,
            said,
            Quality(self._rating.weights, rating_dist),
        )
