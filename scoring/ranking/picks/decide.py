"""A decision for every photo: one keeper at least in each group, reject candidates only for a fault that a better frame lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.groups.group import KEEP_ALL, Group, GroupKind
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.copies import copy_choices
from scoring.ranking.picks.explain import why_best, why_worse
from scoring.ranking.picks.faults import faults
from scoring.ranking.picks.names import listed
from scoring.ranking.picks.own_faults import own_faults
from scoring.ranking.picks.rank_group import RankedGroup, rank_group
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.rungs import is_rung
from scoring.ranking.picks.wrong_exposure import off_ev
from scoring.ranking.profile import Profile

MAY_REJECT = frozenset({GroupKind.BURST})
"""Minutes later the light, the people and the place to stand differ: there the second frame is an alternate at worst."""
TECHNICAL = frozenset({"eyes", "eye_sharpness", "sharpness", "highlights"})
"""A frame that is better than the best one in any of these is no reject candidate, whatever else is wrong with it."""
SET_WORDS = {
    GroupKind.BRACKET: "an exposure bracket",
    GroupKind.FOCUS_STACK: "a focus stack",
    GroupKind.PANORAMA: "a panorama",
}
ONLY_FRAME = "the only frame of its moment"


def decide(photos: Sequence[RankedPhoto], groups: Sequence[Group], profile: Profile) -> list[Choice]:
    """One choice a photo, in the order of `photos`; `groups` tell their members by their places there."""
    chosen = {
        choice.photo: choice
        for number, group in enumerate(groups)
        for choice in _of_group(photos, number, group, profile)
    }
    return [chosen[index] if index in chosen else _single(index, photo) for index, photo in enumerate(photos)]


def _of_group(photos: Sequence[RankedPhoto], number: int, group: Group, profile: Profile) -> list[Choice]:
    repeated = {copy.member for copy in group.copies}
    frames = [member for member in group.members if member not in repeated]
    if group.kind in KEEP_ALL:
        reason = f"part of {SET_WORDS[group.kind]} of {len(frames)}: kept whole"
        chosen = [Choice(frame, number, None, Decision.KEEPER, (reason,)) for frame in frames]
    elif len(frames) == 1:
        chosen = [_original(photos, number, frames[0], sorted(repeated))]
    else:
        ranked = rank_group([photos[frame] for frame in frames], profile.in_group)
        chosen = _RankedChoices(ranked, frames, number, may_reject=group.kind in MAY_REJECT).all()
    return [*chosen, *copy_choices(photos, group.copies, chosen)]


def _single(index: int, photo: RankedPhoto) -> Choice:
    clauses = [clause for _, clause in own_faults(photo)]
    reason = f"{ONLY_FRAME}, though {' and '.join(clauses)}" if clauses else ONLY_FRAME
    return Choice(index, None, None, Decision.KEEPER, (reason,))


def _original(photos: Sequence[RankedPhoto], number: int, frame: int, copies: Sequence[int]) -> Choice:
    reason = f"{ONLY_FRAME}; copied as {listed([photos[copy].path.name for copy in copies])}"
    return Choice(frame, number, 1, Decision.KEEPER, (reason,))


@dataclass(frozen=True, slots=True)
class _RankedChoices:
    """The choices of a ranked group; `frames`: what stands at each of its places."""

    ranked: RankedGroup
    frames: Sequence[int]
    number: int
    may_reject: bool

    def all(self) -> list[Choice]:
        """Best first."""
        return [self._choice(place) for tied in self.ranked.sets for place in tied]

    def _choice(self, place: int) -> Choice:
        if place == self.ranked.leader:
            decision, reasons, better = Decision.KEEPER, self._lead(), None
        else:
            better = self.frames[self.ranked.leader]
            decision, reasons = self._behind(place)
        tied = tuple(self.frames[other] for other in self.ranked.tied_with(place))
        return Choice(self.frames[place], self.number, self.ranked.rank_of(place), decision, reasons, tied, better)

    def _lead(self) -> tuple[str, ...]:
        leader = self.ranked.facts[self.ranked.leader]
        behind = [place for place in range(len(self.frames)) if place != self.ranked.leader]
        if found := own_faults(leader[0]):
            return (self._best_of_a_bad_lot(found), *self._ties())
        if len(self.ranked.sets) == 1:
            return self._ties()
        why = why_best(leader, [(self.ranked.facts[place], self.ranked.gaps_to_leader(place)) for place in behind])
        return (*self._ties(), f"together {why}") if self._ties() else (why,)

    def _best_of_a_bad_lot(self, found: Sequence[tuple[str, str]]) -> str:
        word = found[0][0]
        if self.may_reject and word:
            return f"the best of a {word} burst"
        return f"the best of {len(self.frames)} frames, though {' and '.join(clause for _, clause in found)}"

    def _ties(self) -> tuple[str, ...]:
        tied = self.ranked.tied_with(self.ranked.leader)
        return (f"as good as {listed([self._name(place) for place in tied])}: your choice",) if tied else ()

    def _behind(self, place: int) -> tuple[Decision, tuple[str, ...]]:
        """Of a frame that is not the best one."""
        leader = self.ranked.leader
        if place in self.ranked.sets[0]:
            return Decision.ALTERNATE, (f"as good as {self._name(leader)}: your choice",)
        gaps = self.ranked.gaps_to_leader(place)
        found = faults(self.ranked.facts[place], self.ranked.facts[leader])
        if found and self._may_reject(place) and not any(gaps.get(name, 0.0) > 0.0 for name in TECHNICAL):
            return Decision.REJECT_CANDIDATE, tuple(found)
        return Decision.ALTERNATE, why_worse(
            self.ranked.facts[place], self.ranked.facts[leader], gaps, self.ranked.shares
        )

    def _may_reject(self, place: int) -> bool:
        """Not of a rung of a bracket; one that is exposed as it should be and blurred is of no use to a bracket either."""
        photos = [photo for photo, _ in self.ranked.facts]
        return self.may_reject and (off_ev(photos[place]) == 0.0 or not is_rung(photos, place))

    def _name(self, place: int) -> str:
        return self.ranked.facts[place][0].path.name
