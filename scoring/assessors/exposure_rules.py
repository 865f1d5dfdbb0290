"""A set of rules by which exposure is judged: what the verdict is about, and what clipping and darkness are forgiven."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Loss:
    """What a part of the frame costs: nothing up to `free`, `most` of the value from `bad` on, straight between."""

    free: float
    bad: float
    most: float

    def of(self, part: float) -> float:
        """Share of the value that is lost, in [0, most]."""
        return float(np.interp(part, (self.free, self.bad), (0.0, self.most)))


@dataclass(frozen=True, slots=True)
class ExposureRules:
    """The rules of one genre. Shares in [0, 1]."""

    name: str
    place: str
    """Where they hold, in words: "at night", "in a landscape". Empty where nobody chose them."""
    expected: tuple[str, ...]
    """Readings of intent that belong to the genre, so that they cast no doubt: `low_key`, `dark_mood`, `high_key`,
    `white_backdrop`, `silhouette`."""
    subject: float
    """How far the verdict is about the subject, as far as one is sure, and not about the whole."""
    lit_part: float
    """How far dark surroundings leave the verdict to what is lit."""
    white_backdrop: float
    """How far a white backdrop leaves it to what stands before it."""
    white: Loss
    """Blown to white, the subject or all of it."""
    colour: Loss
    """One or two channels blown."""
    black: Loss
    """Without detail."""
    dark: Loss
    """In zones 0 and I, three and a half stops and more under mid-grey."""
    subject_white: Loss
    subject_black: Loss
