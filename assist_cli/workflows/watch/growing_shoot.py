"""Bursts grow while they arrive: the photos around those that came are grouped and ranked again, and what changes is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.group_shoot import groups_in
from assist_cli.workflows.grouped_shoot import PickedShoot
from assist_cli.workflows.keep_decisions import keep_decisions
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.pick_shoot import picks_among
from assist_cli.workflows.rating_weights import rating_told, weights_stamp
from assist_cli.workflows.see_shoot import shoot_of
from assist_cli.workflows.stored_outcome import from_store
from assist_cli.workflows.watch.neighbourhood import neighbourhood
from assist_cli.workflows.watch.watch_request import Revision
from index.catalog.database import Catalog, open_catalog
from index.catalog.decisions import StoredDecision
from scoring.ranking.picks.choice import Choice, Decision
from scoring.ranking.profile import Profile


@dataclass(frozen=True, slots=True)
class GrowingShoot:
    """Where the photos are kept, and by which weights and profile they are ranked."""

    catalog: Path
    weights: str
    profile: str

    def revise(self, touched: Collection[Path]) -> list[Revision]:
        """What is advised of these photos, which have just been stored, and anew of those around them; it is kept. Raises
        `CatalogError`.
        """
        profile = profile_called(self.profile)
        by_folder: dict[Path, set[Path]] = defaultdict(set)
        for path in touched:
            by_folder[path.parent].add(path)
        revisions: list[Revision] = []
        with open_catalog(self.catalog) as catalog:
            for folder, paths in by_folder.items():
                revisions += self._revised(catalog, folder, paths, profile)
        return revisions

    def _revised(self, catalog: Catalog, folder: Path, touched: set[Path], profile: Profile) -> list[Revision]:
        rows = [row for row in catalog.seen_photos([folder]) if row.path.parent == folder]
        near = neighbourhood(rows, touched & {row.path for row in rows})
        seen = shoot_of(list(self._outcomes(catalog, near.seen, profile)), near.seen, catalog)
        picked = picks_among(seen, groups_in(seen), profile)
        ids = {row.path: row.photo_id for row in rows if row.path in seen.scored}
        before = catalog.decisions.of(ids.values())
        choices = [
            (choice, was, _is_other(picked, choice, was))
            for choice in _that_may_change(picked, near.revised)
            for was in [before.get(ids.get(_path(picked, choice), -1))]
        ]
        keep_decisions(self.catalog, replace(picked, choices=[choice for choice, _, is_other in choices if is_other]))
        return [
            _revision(picked, choice, was)
            for choice, was, is_other in choices
            if is_other or _path(picked, choice) in touched
        ]

    def _outcomes(self, catalog: Catalog, paths: Sequence[Path], profile: Profile) -> Iterator[PhotoOutcome]:
        stamp = weights_stamp(self.weights)
        for stored in catalog.photos_under(paths):
            if (rating := rating_told(stored, stamp, stamp)) and stored.missing_since is None:
                yield from_store(stored, rating, profile)


def _that_may_change(picked: PickedShoot, revised: Collection[Path]) -> Iterator[Choice]:
    """Those of these photos, and whole groups that hold one of them."""
    photos = picked.grouped.photos
    groups = {choice.group for choice in picked.choices if photos[choice.photo].path in revised}
    for choice in picked.choices:
        if photos[choice.photo].path in revised or (choice.group is not None and choice.group in groups):
            yield choice


def _path(picked: PickedShoot, choice: Choice) -> Path:
    return picked.grouped.photos[choice.photo].path


def _kind(picked: PickedShoot, choice: Choice) -> str | None:
    return None if choice.group is None else picked.grouped.groups[choice.group].kind.value


def _is_other(picked: PickedShoot, choice: Choice, before: StoredDecision | None) -> bool:
    told = choice.decision.value, _kind(picked, choice), choice.rank, choice.reasons
    return before is None or told != (before.decision, before.kind, before.rank, before.reasons)


def _revision(picked: PickedShoot, choice: Choice, before: StoredDecision | None) -> Revision:
    return Revision(
        _path(picked, choice),
        None if before is None else Decision(before.decision),
        choice.decision,
        picked.scored[choice.photo].score.value,
        choice.reasons,
        _kind(picked, choice),
        choice.rank,
    )
