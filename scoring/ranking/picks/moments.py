"""What a number of keepers is chosen from: moments, each with the frames that could stand for it, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.groups.group import KEEP_ALL, Group
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.ranked_photo import RankedPhoto

UNKNOWN_SCORE = -1.0
"""After every score from 0 to 100."""
ORDER = {Decision.KEEPER: 0, Decision.ALTERNATE: 1}


@dataclass(frozen=True, slots=True)
class Option:
    """Photos that are chosen together: one, or a set that is kept whole. `turn`: how many of its moment go before it."""

    photos: tuple[int, ...]
    moment: int
    scene: int
    turn: int
    score: float


def options(
    photos: Sequence[RankedPhoto], groups: Sequence[Group], choices: Sequence[Choice], scenes: Sequence[int]
) -> list[Option]:
    """Everything that could be chosen. Reject candidates could not, nor copies: a number asked for makes nobody's eyes open.

    `scenes`: a number a photo, equal for photos of one scene.
    """
    of_moment: dict[int, list[Choice]] = defaultdict(list)
    copies = {copy.member for group in groups for copy in group.copies}
    for choice in choices:
        if choice.decision in ORDER and choice.photo not in copies:
            of_moment[moment_of(choice, len(groups))].append(choice)
    found = []
    for moment, members in of_moment.items():
        kept_whole = moment < len(groups) and groups[moment].kind in KEEP_ALL
        units = [members] if kept_whole else [[one] for one in sorted(members, key=lambda one: _order(one, photos))]
        for turn, unit in enumerate(units):
            frames = tuple(sorted(one.photo for one in unit))
            score = max(_score(photos[frame]) for frame in frames)
            found.append(Option(frames, moment, scenes[frames[0]], turn, score))
    return found


def best_first(found: Sequence[Option]) -> list[Option]:
    """First frames of all scenes, then of all moments, then second frames; inside each by score, then in order of time."""
    leads: dict[int, Option] = {}
    for option in sorted(found, key=_by_score):
        if option.turn == 0:
            leads.setdefault(option.scene, option)
    opening = {option.photos for option in leads.values()}
    return sorted(found, key=lambda option: (option.photos not in opening, option.turn, *_by_score(option)))


def _by_score(option: Option) -> tuple[float, int]:
    return -option.score, option.photos[0]


def moment_of(choice: Choice, groups: int) -> int:
    """Its group, or a number of its own for a single."""
    return groups + choice.photo if choice.group is None else choice.group


def _order(choice: Choice, photos: Sequence[RankedPhoto]) -> tuple[int, int, float, int]:
    return ORDER[choice.decision], choice.rank or 0, -_score(photos[choice.photo]), choice.photo


def _score(photo: RankedPhoto) -> float:
    return UNKNOWN_SCORE if photo.score is None else photo.score
