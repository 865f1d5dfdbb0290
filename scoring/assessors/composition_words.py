"""Composition in a photographer's words: what the frame cuts, where the subject lies, and what shapes the picture."""

from __future__ import annotations

from scoring.assessors.composition_classes import NAMED_CLASS
from scoring.assessors.framing import FILLS_AREA, Framing
from scoring.assessors.place_words import place_in_words, third_in_words
from scoring.subject import CERTAIN_SUBJECT, Subject

MOST_SENTENCES = 3
SHAPES = {
    "symmetric": "Left and right mirror each other.",
    "pattern": "One motif repeats across the frame.",
    "triangle": "Two long slopes meet in a triangle.",
    "curved": "A wide curve shapes the picture.",
    "diagonal": "Diagonal lines shape the picture.",
    "vertical": "Upright lines shape the picture.",
    "horizontal": "Horizontal lines shape the picture.",
}
"""The most telling first: the rarer a structure, the more it says (19 of 500 photos of BIQ2021 have one of the first three)."""
LEADING = "Lines from several sides lead to the subject."
TIGHT_HEAD_ROOM = 0.02
"""Share of the height above a crown: nearer to the edge a head seems to bump against it."""
OFF_BALANCE = 0.12
"""Distance of the balance point from the middle, in shares of the frame, that reads as one-sided; the choice is
ours."""


def cut_sentences(framing: Framing) -> list[str]:
    """What the frame cuts off: a face before anything else."""
    if framing.face_cut:
        return [f"A face is cut off at the {_listed(framing.face_cut)}."]
    return [f"Subject is cut off at the {_listed(framing.cut)}."] if framing.cut else []


def subject_sentence(subject: Subject) -> str:
    """Where it lies, and by what name it goes."""
    certain, (x0, y0, x1, y1) = subject.confidence >= CERTAIN_SUBJECT, subject.box
    third = third_in_words(*subject.centre, (x1 - x0, y1 - y0))
    if subject.area > FILLS_AREA:
        return "Subject fills most of the frame." if certain else "What draws the eye covers most of the frame."
    if not certain:
        return f"The eye goes to {third or place_in_words(*subject.centre)}."
    place = place_in_words(*subject.centre)
    where = f"near {third}" if third else f"{'in' if place == 'the centre' else 'at'} {place}"
    return f"Subject sits {where}."


def shape_sentences(classes: dict[str, float], leads: bool, *, has_horizon: bool) -> list[str]:
    """The named classes, but for where the subject lies: leading lines first, then the rarest.

    Horizontal lines are not told beside the horizon, which is one of them.
    """
    told = {name for name in SHAPES if classes[name] >= NAMED_CLASS} - ({"horizontal"} if has_horizon else set())
    shapes = [sentence for name, sentence in SHAPES.items() if name in told]
    return [LEADING, *shapes] if leads else shapes


def head_sentences(framing: Framing) -> list[str]:
    """A head that nearly touches the top, for a crown that is cropped is a choice and a cut face is told already."""
    tight = framing.crown is not None and 0.0 <= framing.crown < TIGHT_HEAD_ROOM
    return ["A head nearly touches the top edge."] if tight else []


def balance_sentences(point: tuple[float, float]) -> list[str]:
    """On which side the visual weight lies, if plainly on one; above and below balance differs from photo to photo."""
    if abs(point[0] - 0.5) < OFF_BALANCE:
        return []
    return [f"Most of what draws the eye lies on the {'left' if point[0] < 0.5 else 'right'}."]


def _listed(sides: tuple[str, ...]) -> str:
    return f"{' and '.join(sides)} edge"
