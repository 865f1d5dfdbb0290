"""What grouping and picking a shoot give: photos, the groups among them, and what is advised of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import UnreadablePhoto
from scoring.groups.group import Group
from scoring.groups.seen_photo import SeenPhoto
from scoring.ranking.picks.choice import Choice
from scoring.ranking.picks.choose_shoot import ChosenShoot

ID_LETTERS = 12
"""48 bits of a digest: two groups of one kind that share them are not to be expected in any library."""


@dataclass(frozen=True)
class GroupedShoot:
    """`photos`: in the order in which they lie in their folders; groups tell their members by their places there."""

    photos: Sequence[SeenPhoto]
    groups: Sequence[Group]
    unread: Sequence[UnreadablePhoto] = ()

    @cached_property
    def group_ids(self) -> tuple[str, ...]:
        """A name for each group that stays the same from run to run while its first member does."""
        return tuple(f"{group.kind}-{self._first(group).asset_id[:ID_LETTERS]}" for group in self.groups)

    @property
    def ungrouped(self) -> Iterator[int]:
        """Places of the photos that are in no group."""
        grouped = {member for group in self.groups for member in group.members}
        return (place for place in range(len(self.photos)) if place not in grouped)

    def _first(self, group: Group) -> SeenPhoto:
        return self.photos[group.members[0]]


@dataclass(frozen=True)
class PickedShoot:
    """`choices`: one a photo, in the order of `grouped.photos`; `scored`: what was said of each. `chosen`: where a number was
    asked for."""

    grouped: GroupedShoot
    scored: Sequence[ScoredPhoto]
    choices: Sequence[Choice]
    chosen: ChosenShoot | None = None
