"""What would be kept if one were stricter, or less so: told before anything happens, fast enough to follow a slider."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import PhotoAdvice
from assist_cli.workflows.cull.shoot_advice import ShootAdvice, advice_by_photo
from assist_cli.workflows.pick_shoot import ranked_photo
from index.photo.marks import Flag, Marks
from scoring.ranking.picks.choice import Decision
from scoring.ranking.picks.choose_shoot import Shoot, choose_shoot
from scoring.ranking.picks.keep import Keep
from scoring.ranking.picks.moments import best_first, options


@dataclass(frozen=True, slots=True)
class Answer:
    """Photos by what would become of them; a person's pick counts as kept and a reject as rejected, whatever we advise."""

    strictness: float
    kept: int
    alternates: int
    rejected: int
    changed: Mapping[Path, tuple[Decision, Decision]]
    """Photos without a person's flag of which we would advise something else than now: what we advise now, and then."""


class WhatIf:
    """Of one shoot. Strictness 0 keeps every frame that is no reject candidate and no copy, 1 the best one alone; between them a
    share of the choices there are, first frames of all scenes and moments before second ones.
    """

    def __init__(self, advice: ShootAdvice) -> None:
        picked = advice.picked
        self._picked = picked
        ranked = [ranked_photo(photo) for photo in picked.scored]
        self._shoot = Shoot(ranked, picked.grouped.groups, picked.choices, advice.scenes)
        self._options = best_first(options(ranked, picked.grouped.groups, picked.choices, advice.scenes))
        self._paths = [photo.path for photo in picked.grouped.photos]

    @property
    def usual(self) -> float:
        """The strictness of the advice as it is now: one of each moment."""
        first = sum(option.turn == 0 for option in self._options)
        return 1.0 - first / len(self._options) if self._options else 0.0

    def at(
        self,
        strictness: float,
        marks: Mapping[Path, Marks] | None = None,
        advised: Mapping[Path, Decision] | None = None,
    ) -> Answer:
        """`marks`: people's, by photo. `advised`: what is advised now, where that is no more what was made; what is not named stays
        so. Raises `ValueError` outside of 0..1.
        """
        said = {path: one.flag for path, one in (marks or {}).items()}
        now = {self._paths[choice.photo]: choice.decision for choice in self._picked.choices}
        then = now | self._decisions(self._asked(strictness))
        now |= {path: decision for path, decision in (advised or {}).items() if path in now}
        ours = [decision for path, decision in then.items() if said.get(path) not in (Flag.PICK, Flag.REJECT)]
        flags = [said.get(path) for path in then]
        return Answer(
            strictness,
            kept=ours.count(Decision.KEEPER) + flags.count(Flag.PICK),
            alternates=ours.count(Decision.ALTERNATE),
            rejected=ours.count(Decision.REJECT_CANDIDATE) + flags.count(Flag.REJECT),
            changed={
                path: (now[path], then[path])
                for path in now
                if then[path] is not now[path] and said.get(path) not in (Flag.PICK, Flag.REJECT)
            },
        )

    def advice_at(self, strictness: float) -> Mapping[Path, PhotoAdvice]:
        """The advice with its reasons, for `CullSession.take_in_advice`. Raises `ValueError` outside of 0..1."""
        asked = self._asked(strictness)
        if not asked:
            return advice_by_photo(self._picked, self._picked.choices)
        return advice_by_photo(self._picked, choose_shoot(self._shoot, Keep(asked)).choices)

    def _asked(self, strictness: float) -> int:
        """How many choices are kept: halves are rounded up, and one stays where there is one."""
        if not 0.0 <= strictness <= 1.0:
            raise ValueError(f"strictness goes from 0 to 1, not to {strictness}")
        return min(len(self._options), max(1, math.floor((1.0 - strictness) * len(self._options) + 0.5)))

    def _decisions(self, asked: int) -> dict[Path, Decision]:
        """As `choose_shoot` decides, without its words."""
        return {
            self._paths[photo]: Decision.KEEPER if place < asked else Decision.ALTERNATE
            for place, option in enumerate(self._options)
            for photo in option.photos
        }
