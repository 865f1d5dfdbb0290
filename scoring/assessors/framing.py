"""What the frame does to the subject: which edges cut it or its faces, and how much room is above a head."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.box import Box
from scoring.face import Face
from scoring.face_prominence import main_face, prominent
from scoring.subject import CERTAIN_SUBJECT, EDGE_TOUCH, SIDES, Subject
from scoring.subject_prior import SURE_FACE

FILLS_AREA = 0.5
"""A box over half of the picture fills it: then an edge cuts nothing off."""
CUT_THROUGH = 0.25
"""Part of the side of its box that a thing must touch to be cut through there: of less only a stem, a foot or a tail is cut off (a
choice)."""
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


def framing_of(subject: Subject | None, faces: Iterable[Face] | None, aspect: float = 1.0) -> Framing:
    """How subject and faces lie against the four edges of a frame of `aspect` width over height.

    What fills the frame is not cut by it, nor what runs into it lengthwise; nor is a person: half of all portraits end at the
    waist, so only faces count.
    """
    sure = tuple(face for face in faces or () if face.confidence >= SURE_FACE)
    main = main_face(sure)
    whole = main is not None or subject is None or subject.area > FILLS_AREA or subject.confidence < CERTAIN_SUBJECT
    beyond = {side for face in prominent(sure) for side in _touching(face.box)} if main else set()
    return Framing(
        () if subject is None or whole else _cutting(subject, aspect),
        tuple(side for side in SIDES if side in beyond),
        main.box[1] - CROWN * (main.box[3] - main.box[1]) if main else None,
        subject.box[1] if subject else None,
    )


def is_cut(framing: Framing) -> bool:
    """Whether the frame cuts what nobody cuts on purpose; a face cropped at the top alone is a close portrait."""
    return bool(framing.cut) or bool(set(framing.face_cut) - {"top"})


def _cutting(subject: Subject, aspect: float) -> tuple[str, ...]:
    """The sides that cut a good part of it off, but for those that it runs into lengthwise.

    What reaches over a corner is ground, cloth or shade as often as a thing, and is not called cut.
    """
    left, top, right, bottom = subject.touches
    if (left or right) and (top or bottom):
        return ()
    sides = zip(SIDES, subject.touches, subject.runs_into(aspect), subject.contact, strict=True)
    return tuple(
        side for side, touched, goes_on, contact in sides if touched and not goes_on and contact >= CUT_THROUGH
    )


def _touching(box: Box) -> tuple[str, ...]:
    gaps = (box[0], box[1], 1 - box[2], 1 - box[3])
    return tuple(side for side, gap in zip(SIDES, gaps, strict=True) if gap < EDGE_TOUCH)
