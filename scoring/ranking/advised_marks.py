"""Our advice on a photo as marks that editors show."""

from __future__ import annotations

from collections.abc import Set
from enum import StrEnum

from index.photo.marks import ColorLabel, CropBox, Flag, Marks
from scoring.ranking.picks.choice import Decision
from scoring.ranking.stars import star_count


class Advice(StrEnum):
    """What of it a person wants written."""

    STARS = "stars"
    LABELS = "labels"
    FLAGS = "flags"
    KEYWORDS = "keywords"
    CROPS = "crops"


USUAL_ADVICE = frozenset({Advice.STARS, Advice.LABELS})
"""No flags: an editor offers to delete what is flagged as rejected, and of 131 frames that one program's rules deleted, 126 were
keepers (blind evaluation in the README of PixCull)."""

LABELS = {
    Decision.KEEPER: ColorLabel.GREEN,
    Decision.ALTERNATE: ColorLabel.YELLOW,
    Decision.REJECT_CANDIDATE: ColorLabel.RED,
}
"""As traffic lights; issue "Ratings that every editor reads" names the five labels."""

FLAGS = {Decision.KEEPER: Flag.PICK, Decision.REJECT_CANDIDATE: Flag.REJECT}

KEYWORD_PARENT = "photo-assist"
KEYWORDS = {decision: f"{KEYWORD_PARENT}|assist-{decision.value.replace('_', '-')}" for decision in Decision}
"""A level of our own, and words that no person's keyword is: so they can be taken away again."""


def advised_marks(score: float, decision: Decision | None, wanted: Set[Advice], crop: CropBox | None = None) -> Marks:
    """The marks of a photo with this score (0..100); without a decision only its stars and its crop are said."""
    return Marks(
        rating=star_count(score) if Advice.STARS in wanted else None,
        flag=FLAGS.get(decision) if decision and Advice.FLAGS in wanted else None,
        labels=(LABELS[decision].value,) if decision and Advice.LABELS in wanted else (),
        keywords=(KEYWORDS[decision],) if decision and Advice.KEYWORDS in wanted else (),
        crop=crop if Advice.CROPS in wanted else None,
    )
