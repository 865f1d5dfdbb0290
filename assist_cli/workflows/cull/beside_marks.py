"""What of a session's marks stands beside the photos, told to the catalogue as well, so that the next cull knows it."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from assist_cli.workflows.cull.kept_marks import KeptMarks
from assist_cli.workflows.cull.photo_roll import PhotoRoll
from assist_cli.workflows.cull.unsaved_marks import Compared, Unsaved, UnsavedMarks, are_same
from index.catalog.errors import CatalogError
from index.photo.marks import Mark

log = logging.getLogger(__name__)


class BesideMarks(UnsavedMarks):
    """Of one session; `left` as there."""

    def __init__(self, roll: PhotoRoll, kept: KeptMarks, left: Mapping[Path, frozenset[Mark]]) -> None:
        super().__init__(left)
        self._roll, self._kept = roll, kept

    def unsaved(self) -> list[Unsaved]:
        """What no sidecar holds yet."""
        return self.among(self._roll)

    def note_saved(self, saved: Iterable[Unsaved]) -> None:
        """These are in sidecars now, as they were when `unsaved` told them. Raises `CatalogError`."""
        photos = {one.photo.path: one.photo for one in saved}
        self.saved(photos)
        self._kept.saved(photos)

    def note_compared(self, compared: Iterable[Compared]) -> None:
        """What sidecars hold, as they were read; photos that were marked since are left out. Raises `CatalogError`."""
        found = [(photo, one) for one in compared if (photo := self._roll.get(one.photo)) is not None]
        held = {
            photo.path: photo
            for photo, one in found
            if are_same(photo.marks, one.marks) and self.compared(photo, one.absent)
        }
        if held:
            self._kept.saved(held)

    def note_taken_back(self, paths: Collection[Path]) -> None:
        """Marks that are again as sidecars hold them need not be written, in the next cull either."""
        unsaved = {one.photo.path for one in self.unsaved()}
        try:
            self._kept.saved({path: self._roll[path] for path in paths if path not in unsaved})
        except CatalogError as error:
            # The next cull finds out when it reads sidecars.
            log.info("that sidecars hold what was taken back to was not noted: %s", error)
