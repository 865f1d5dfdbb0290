"""Photos that need no judging: the catalogue knows them, and neither they nor this program have changed."""

from __future__ import annotations

from collections.abc import Sequence

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.stored_outcome import from_store, is_current
from index.catalog.database import Catalog
from index.catalog.stored import FileStamp
from index.photo.record import Asset
from scoring.ranking.profile import Profile


class KnownPhotos:
    """Answers for one photo at a time, from the catalogue."""

    def __init__(self, catalog: Catalog, profile: Profile, weights: str) -> None:
        self._catalog = catalog
        self._profile = profile
        self._weights = weights

    def unchanged(self, asset: Asset, stamps: Sequence[FileStamp]) -> ScoredPhoto | None:
        """The photo, if all its files still look as they did when this program judged them."""
        stored = self._catalog.photo_at(asset.path)
        if stored is None or not stamps or stored.stamps != tuple(stamps) or not is_current(stored, self._weights):
            return None
        return from_store(stored, self._profile)
