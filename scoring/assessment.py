"""What an assessor says of one photo: a value, how sure it is, a level in words, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Evidence = Mapping[str, "float | int | str | Sequence[float] | Sequence[int] | Mapping[str, float] | None"]

WEIGHTS_MISSING = "weights_missing"
"""Evidence of what was judged, or not, without weights that it asks for: the name to pull. It is renewed once they are here."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One factor of one photo.

    `value` in [0, 1], higher is better; bipolar things carry their sign in `evidence` (`ev_offset` in EV, negative = too
    dark). `confidence` in [0, 1]; 0 means abstained. `level` is a short lower-case phrase after ITU-T F.740.4.
    `reasons` are full sentences for a photographer, the most important first. `evidence` is JSON-ready raw measurement;
    pixel boxes are [x0, y0, x1, y1] in the upright full-size picture.
    """

    value: float
    confidence: float
    level: str
    reasons: tuple[str, ...]
    evidence: Evidence = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, number in (("value", self.value), ("confidence", self.confidence)):
            if not 0.0 <= number <= 1.0:
                raise ValueError(f"{name} must lie in [0, 1], not {number}")

    @property
    def abstained(self) -> bool:
        """Whether the assessor declined to judge."""
        return self.confidence == 0.0


def cannot_judge(reason: str, evidence: Evidence | None = None) -> Assessment:
    """An abstention: neutral value, no confidence, and the reason in a sentence."""
    return Assessment(0.5, 0.0, "cannot judge", (reason,), evidence or {})
