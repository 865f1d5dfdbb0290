"""How right the picks are where the truth is known: `python -m tests.benchmarks.picks_truth PHOTOS [--every N]`.

Of every photo groups are made: as it was taken, defocused, moved, exposed otherwise, and merely shifted or encoded anew; real
assessors judge them. It measures what was planted and says nothing of taste.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from assist_cli.render.markdown_table import markdown_table
from scoring.groups.group import Group, GroupKind
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.picks.decide import decide
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.profile import load_profile
from tests.benchmarks.truth.looked_at import Looker
from tests.benchmarks.truth.photos import Photo, middle, photos_of
from tests.benchmarks.truth.planted_picks import GROUPS, UNTOUCHED, Planted, shuffled
from tests.benchmarks.truth.wilson import wilson_interval

TALK = Console(stderr=True)
Shown = list[tuple[Planted, Choice]]
"""What was done to each frame of a group, and what was chosen for it."""


def shown(photo: Photo, looker: Looker) -> list[Shown]:
    """The choices of every planted group of one photo."""
    seen: dict[str, RankedPhoto] = {}
    found = []
    for seed, group in enumerate(GROUPS):
        planted = shuffled(group, seed)
        for one in planted:
            if one.name not in seen:
                seen[one.name] = looker.look(one.change(photo.rgb), photo.exif, one.name)
        frames = [seen[one.name] for one in planted]
        burst = Group(GroupKind.BURST, tuple(range(len(frames))), "planted")
        found.append(list(zip(planted, decide(frames, [burst], load_profile()), strict=True)))
    return found


def leads(group: Shown) -> bool:
    """Whether the untouched frame is first, or ties with the first."""
    return any(one is UNTOUCHED and choice.rank == 1 for one, choice in group)


def leader_is_sound(group: Shown) -> bool:
    """Whether the keeper is the untouched frame, or one that looks the same."""
    return not any(one.worse and choice.decision is Decision.KEEPER for one, choice in group)


def tie_is_told(group: Shown) -> list[bool]:
    """Of each frame that looks the same as the untouched one: whether it shares its rank."""
    rank = next(choice.rank for one, choice in group if one is UNTOUCHED)
    return [choice.rank == rank for one, choice in group if not one.worse and one is not UNTOUCHED]


def keeper_is_safe(group: Shown) -> list[bool]:
    """Of each frame without fault: whether it is no reject candidate."""
    return [choice.decision is not Decision.REJECT_CANDIDATE for one, choice in group if not one.worse]


def row(words: str, told: Sequence[bool]) -> list[str]:
    """A question, how often the answer was yes, and its 95 % interval."""
    low, high = wilson_interval(sum(told), len(told))
    return [words, f"{sum(told)} of {len(told)}", f"{sum(told) / max(1, len(told)):.3f}", f"{low:.3f} to {high:.3f}"]


def summary(groups: Sequence[Shown]) -> list[list[str]]:
    """The main table."""
    questions: dict[str, Callable[[Shown], list[bool]]] = {
        "the untouched frame leads or ties for the lead": lambda group: [leads(group)],
        "the keeper is without fault": lambda group: [leader_is_sound(group)],
        "a mere shift, zoom or encoding is told as a tie": tie_is_told,
        "a frame without fault is no reject candidate": keeper_is_safe,
    }
    head = ["question", "yes", "share", "95 % (Wilson)"]
    return [head, *(row(words, [one for group in groups for one in ask(group)]) for words, ask in questions.items())]


def by_change(groups: Sequence[Shown]) -> list[list[str]]:
    """What became of each planted change."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for group in groups:
        for one, choice in group:
            tied = "tied first" if choice.rank == 1 and choice.decision is Decision.ALTERNATE else choice.decision.value
            found[one.name][tied] += 1
    kinds = ["keeper", "tied first", "alternate", "reject_candidate"]
    return [
        ["frame", *kinds],
        *([name, *(str(counts[kind]) for kind in kinds)] for name, counts in sorted(found.items())),
    ]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only each n-th photo of a large folder")
    asked = parser.parse_args()
    looker, groups = Looker(), []
    for photo in track(list(photos_of(sorted(asked.photos.iterdir())[:: asked.every])), "planted", console=TALK):
        found = shown(middle(photo), looker)
        groups += found
        for group in found:
            for one, choice in group:
                if (one.worse and choice.rank == 1) or (not one.worse and choice.rank != 1):
                    TALK.print(
                        f"{photo.name}: {one.name}: {choice.decision.value} {choice.rank}: {'; '.join(choice.reasons)}"
                    )
    print("\n".join([*markdown_table(summary(groups)), "", *markdown_table(by_change(groups))]))


if __name__ == "__main__":
    main()
