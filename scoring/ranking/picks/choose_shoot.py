"""A number of keepers out of a whole shoot: every scene and every moment gets its first frame before any gets its second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scoring.groups.group import Group
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.keep import Keep
from scoring.ranking.picks.moments import Option, best_first, moment_of, options
from scoring.ranking.picks.names import listed
from scoring.ranking.picks.ranked_photo import RankedPhoto


@dataclass(frozen=True, slots=True)
class Shoot:
    """All photos of a run, with what was said of each. `scenes`: a number a photo, equal within a scene; None = one each moment."""

    photos: Sequence[RankedPhoto]
    groups: Sequence[Group]
    choices: Sequence[Choice]
    scenes: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class ChosenShoot:
    """`choices`: one a photo, as in `Shoot`. `asked`: how many choices were asked for; `possible`: how many there are.

    `kept`: how many were chosen, a set that is kept whole as one; `photos`: how many photos these are; `moments`, `covered`: how
    many there are, and how many have a keeper.
    """

    choices: list[Choice]
    asked: int
    possible: int
    kept: int
    photos: int
    moments: int
    covered: int


def choose_shoot(shoot: Shoot, keep: Keep, per_moment: int | None = None) -> ChosenShoot:
    """Keep so many choices, at most `per_moment` of one moment; all others become alternates, reject candidates stay.

    A set that is kept whole counts as one choice, and a part asked for is a part of the choices there are.
    """
    found = best_first(options(shoot.photos, shoot.groups, shoot.choices, _scenes(shoot)))
    asked = keep.asked_of(len(found))
    chosen = [option for option in found if per_moment is None or option.turn < per_moment][:asked]
    words = _Words(shoot, asked, chosen, per_moment)
    choices = list(shoot.choices)
    taken = {option.photos for option in chosen}
    for option in found:
        say = words.kept if option.photos in taken else words.left
        for photo in option.photos:
            choices[photo] = say(choices[photo], option)
    photos = sum(len(option.photos) for option in chosen)
    moments = len({option.moment for option in found})
    return ChosenShoot(choices, asked, len(found), len(chosen), photos, moments, len(words.frames))


def _scenes(shoot: Shoot) -> Sequence[int]:
    if shoot.scenes is not None:
        return shoot.scenes
    return [moment_of(choice, len(shoot.groups)) for choice in shoot.choices]


class _Words:
    """Why a photo is among those chosen, or is not."""

    def __init__(self, shoot: Shoot, asked: int, chosen: Sequence[Option], per_moment: int | None) -> None:
        self.asked, self.per_moment, self.photos = asked, per_moment, shoot.photos
        self.frames: dict[int, list[int]] = defaultdict(list)
        for option in chosen:
            self.frames[option.moment].extend(option.photos)

    def kept(self, choice: Choice, option: Option) -> Choice:
        """Of one that was chosen."""
        if len(option.photos) > 1:
            said = (
                *choice.reasons,
                f"the whole set counts as {'the one' if self.asked == 1 else f'one of the {self.asked}'} asked for",
            )
        elif choice.decision is Decision.KEEPER:
            said = choice.reasons
        else:
            said = (f"frame {option.turn + 1} of its moment among the {self.asked} asked for", *choice.reasons)
        return replace(choice, decision=Decision.KEEPER, reasons=said)

    def left(self, choice: Choice, option: Option) -> Choice:
        """Of one that was not: never a reject candidate, for a number asked for is no fault of a photo."""
        why = self._why(option)
        first_said = choice.decision is Decision.KEEPER
        said = (why, *choice.reasons) if first_said else (*choice.reasons, why)
        return replace(choice, decision=Decision.ALTERNATE, reasons=said)

    def _why(self, option: Option) -> str:
        beside = [self.photos[frame].path.name for frame in self.frames.get(option.moment, ())]
        if self.per_moment is not None and len(beside) >= self.per_moment:
            return f"no more than {self.per_moment} of one moment asked for: {listed(beside)} kept"
        if beside:
            return f"{self._not_among}: its moment is shown by {listed(beside)}"
        return f"{self._not_among}: {'the moment' if self.asked == 1 else 'the moments'} kept scored higher"

    @property
    def _not_among(self) -> str:
        return "not the one asked for" if self.asked == 1 else f"not among the {self.asked} asked for"
