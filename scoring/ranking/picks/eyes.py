"""The eyes of a photo as one number each: are they open, and how sharp. The worst face that counts decides, never the best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.assessment import Assessment
from scoring.assessors.eye_state import CLOSED_BELOW, OPEN_FROM
from scoring.face_prominence import width_weights
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.subject_sharpness import visible_sharpness


@dataclass(frozen=True, slots=True)
class SeenFace:
    """One face that counts. `box_px`: x0, y0, x1, y1 of the full-size picture; `weight`: how much beside the widest, in [0, 1].

    `open_probability`, `sharpness`: in [0, 1], None where they could not be told.
    """

    box_px: tuple[float, float, float, float]
    weight: float
    open_probability: float | None
    sharpness: float | None

    @property
    def is_closed(self) -> bool:
        """Whether its eyes are plainly closed."""
        return self.open_probability is not None and self.open_probability < CLOSED_BELOW

    @property
    def is_open(self) -> bool:
        """Whether its eyes are plainly open."""
        return self.open_probability is not None and self.open_probability >= OPEN_FROM


def seen_faces(photo: RankedPhoto) -> tuple[SeenFace, ...]:
    """The faces that count, the most prominent first; none where faces were not judged."""
    said = photo.said_by("faces")
    return () if said is None else tuple(_faces(said))


def eyes_open(photo: RankedPhoto) -> float | None:
    """1 = all open, 0 = closed on a main face, between on a smaller one; None where nobody's could be told."""
    told = [face for face in seen_faces(photo) if face.is_open or face.is_closed]
    return min((1.0 - face.weight * face.is_closed for face in told), default=None)


def eye_sharpness(photo: RankedPhoto) -> float | None:
    """Of the least sharp eyes, a smaller face's counting less, in [0, 1]; None where none could be told.

    Closed eyes take no part: lids and lashes hold less detail than an iris, and they are a fault of their own.
    """
    told = [(face.weight, face.sharpness) for face in seen_faces(photo) if not face.is_closed]
    looks = [(weight, visible_sharpness(one)) for weight, one in told if one is not None]
    return min((1.0 - weight * (1.0 - one) for weight, one in looks), default=None)


def _faces(said: Assessment) -> Iterator[SeenFace]:
    edges, opens, sharp = (_numbers(said, key) for key in ("faces_px", "eyes_open", "eye_sharpness"))
    boxes = [(x0, y0, x1, y1) for x0, y0, x1, y1 in zip(*(edges[side::4] for side in range(4)), strict=False)]
    weights = width_weights([box[2] - box[0] for box in boxes])
    for box, weight, probability, sharpness in zip(boxes, weights, opens, sharp, strict=False):
        yield SeenFace(box, weight, _told(probability), _told(sharpness))


def _numbers(said: Assessment, key: str) -> list[float]:
    found = said.evidence.get(key)
    return [float(one) for one in found] if isinstance(found, Sequence) and not isinstance(found, str) else []


def _told(number: float) -> float | None:
    """The assessor writes a negative number for what could not be told."""
    return None if number < 0.0 else number
