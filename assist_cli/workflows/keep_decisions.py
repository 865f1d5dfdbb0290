"""What was advised of a shoot is kept, so that it can be written to sidecars later."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from assist_cli.workflows.grouped_shoot import PickedShoot
from index.catalog.database import open_catalog
from index.catalog.decisions import StoredDecision
from scoring.ranking.picks.choice import Choice


def keep_decisions(catalog_path: Path, picked: PickedShoot) -> None:
    """Keep the latest advice on every photo of `picked`. Raises `CatalogError`."""
    now = datetime.now(UTC)
    photos = picked.grouped.photos
    with open_catalog(catalog_path) as catalog:
        ids = {seen.path: seen.photo_id for seen in catalog.seen_photos(photo.path for photo in photos)}
        catalog.decisions.store(
            (ids[photos[choice.photo].path], _stored(picked, choice, now))
            for choice in picked.choices
            if photos[choice.photo].path in ids  # another run may have forgotten it meanwhile
        )


def _stored(picked: PickedShoot, choice: Choice, now: datetime) -> StoredDecision:
    kind = None if choice.group is None else picked.grouped.groups[choice.group].kind.value
    return StoredDecision(choice.decision.value, kind, choice.rank, choice.reasons, now)
