"""What is advised of a whole shoot: groups and decisions, made once all photos are scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import PhotoAdvice
from assist_cli.workflows.grouped_shoot import PickedShoot
from scoring.ranking.picks.choice import Choice


@dataclass(frozen=True)
class ShootAdvice:
    """`scenes`: a number a photo, in the order of `picked.choices`, equal within a scene."""

    picked: PickedShoot
    scenes: Sequence[int]

    def by_photo(self) -> Mapping[Path, PhotoAdvice]:
        """For `CullSession.take_in_advice`."""
        return advice_by_photo(self.picked, self.picked.choices)


def advice_by_photo(picked: PickedShoot, choices: Sequence[Choice]) -> dict[Path, PhotoAdvice]:
    """These choices of the photos of a shoot, by path."""
    paths = [photo.path for photo in picked.grouped.photos]
    return {paths[choice.photo]: _advice(picked, choice, paths) for choice in choices}


def _advice(picked: PickedShoot, choice: Choice, paths: Sequence[Path]) -> PhotoAdvice:
    grouped, group = picked.grouped, choice.group
    return PhotoAdvice(
        choice.decision,
        None if group is None else grouped.groups[group].kind,
        choice.rank,
        choice.reasons,
        None if group is None else grouped.group_ids[group],
        None if choice.better is None else paths[choice.better],
        tuple(paths[tied] for tied in choice.tied_with),
    )
