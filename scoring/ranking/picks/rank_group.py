"""The frames of one group in order, with all that was measured of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.ranking.picks.explain import Facts
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.readings import readings_of
from scoring.ranking.picks.standing import standings
from scoring.ranking.picks.ties import gaps, tied_sets
from scoring.ranking.picks.usable import in_order


@dataclass(frozen=True, slots=True)
class RankedGroup:
    """`facts`: of each frame, in the order of the group; `sets`: places in it, best first, those that tie together.

    `shares`: how much each factor counts.
    """

    facts: Sequence[Facts]
    sets: Sequence[Sequence[int]]
    shares: Mapping[str, float]

    @property
    def leader(self) -> int:
        """The best frame's place."""
        return self.sets[0][0]

    def rank_of(self, place: int) -> int:
        """1 = best; as many are skipped after a tie as share it."""
        return 1 + sum(len(tied) for tied in self.sets[: self._set_of(place)])

    def tied_with(self, place: int) -> tuple[int, ...]:
        """The other places that share its rank, in the order of the group."""
        return tuple(sorted(other for other in self.sets[self._set_of(place)] if other != place))

    def gaps_to_leader(self, place: int) -> dict[str, float]:
        """Factor -> by how much the frame is better than the best one, negative where it is worse."""
        return gaps(self.facts[place][1], self.facts[self.leader][1])

    def _set_of(self, place: int) -> int:
        return next(number for number, tied in enumerate(self.sets) if place in tied)


def rank_group(photos: Sequence[RankedPhoto], shares: Mapping[str, float]) -> RankedGroup:
    """Rank the frames of one group, two or more, by the profile's shares within a group (`Profile.in_group`)."""
    readings = readings_of(photos)
    facts = list(zip(photos, readings, strict=True))
    sets = tied_sets(readings, in_order(photos, readings, standings(readings, shares)))
    return RankedGroup(facts, sets, shares)
