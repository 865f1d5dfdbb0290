"""What the frame does to the subject: which edges cut it or its faces, and how much room is above a head."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.box import Box
from scoring.face import Face
from scoring.face_prominence import main_face, prominent
from scoring.subject import Subject
from scoring.subject_prior import SURE_FACE

SIDES = ("left", "top", "right", "bottom")
EDGE_TOUCH = 0.004
"""Half a pixel of the saliency map: nearer than that a box touches the frame."""
FILLS_AREA = 0.5
"""A box over half of the picture fills it: then an edge cuts nothing off."""
FACE_BEYOND = 0.08
"""Share of its own width or height by which a face must reach beyond the frame to be cut: the face finder's boxes are as loose."""
CROWN = 0.25
"""The crown lies this share of a face's height above its box: chin to crown is an eighth of a body, chin to hairline a tenth
(Vitruvius, De architectura III.1)."""


@dataclass(frozen=True)
class Framing:
    """`cut`: sides that cut the subject; `face_cut`: sides that cut the face of somebody who counts.

    `crown`: from the crown of the main face to the top of the frame, as a share of its height, negative where it is cropped;
    `top`: the same from the top of the subject's box. None without a face, without a subject.
    """

    cut: tuple[str, ...]
    face_cut: tuple[str, ...]
    crown: float | None
    top: float | None

    @property
    def head_room(self) -> float | None:
        """Over the head, else over the subject."""
        return self.top if self.crown is None else self.crown


def framing_of(subject: Subject | None, faces: Iterable[Face] | None) -> Framing:
    """How subject and faces lie against the four edges.

    What fills the frame is not cut by it; nor is a person: half of all portraits end at the waist, so only faces count.
    """
    sure = tuple(face for face in faces or () if face.confidence >= SURE_FACE)
    main = main_face(sure)
    whole = subject is None or main is not None or subject.area > FILLS_AREA
    beyond = {side for face in prominent(sure) for side in _beyond(face)} if main else set()
    return Framing(
        () if whole or subject is None else _touching(subject.box),
        tuple(side for side in SIDES if side in beyond),
        main.box[1] - CROWN * (main.box[3] - main.box[1]) if main else None,
        subject.box[1] if subject else None,
    )


def _touching(box: Box) -> tuple[str, ...]:
    gaps = (box[0], box[1], 1 - box[2], 1 - box[3])
    return tuple(side for side, gap in zip(SIDES, gaps, strict=True) if gap < EDGE_TOUCH)


def _beyond(face: Face) -> list[str]:
    x0, y0, x1, y1 = face.box
    over = (-x0 / (x1 - x0), -y0 / (y1 - y0), (x1 - 1) / (x1 - x0), (y1 - 1) / (y1 - y0))
    return [side for side, share in zip(SIDES, over, strict=True) if share > FACE_BEYOND]
