"""Whether the catalogue is sound inside, and whether it still fits the files on disk. Nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assist_cli.workflows.check_machine import Check, State
from assist_cli.workflows.file_stamps import has_changed, is_gone
from index.catalog.database import Catalog, open_catalog_to_read

SCORE = "assist score PATH brings it up to date"
PRUNE = "assist catalogue prune forgets them"


def check_catalogue(path: Path) -> Iterator[Check]:
    """One check after the other; what is `BROKEN` is damage, what is `LIMITED` a photo that went on living.

    Raises `CatalogError` where it cannot even be opened.
    """
    with open_catalog_to_read(path) as catalog:
        damage = catalog.upkeep.findings()
        for finding in damage:
            yield Check("catalogue", State.BROKEN, finding.message, finding.hint)
        if not damage:
            yield Check("catalogue", State.WORKS, f"{path}, {catalog.count()} photos, nothing damaged")
            yield from _files(catalog)


def _files(catalog: Catalog) -> Iterator[Check]:
    stamps, missing = catalog.upkeep.stamps(), len(catalog.upkeep.missing_photos())
    gone = sum(is_gone(stamp.path) for stamp in stamps)
    changed = sum(has_changed([stamp]) for stamp in stamps)
    if gone:
        yield Check("files", State.LIMITED, f"{gone} are gone since they were scored", SCORE)
    if changed:
        yield Check("files", State.LIMITED, f"{changed} have changed since they were scored", SCORE)
    if missing:
        yield Check("files", State.LIMITED, f"{missing} photos are marked as missing", PRUNE)
    if not (gone or changed or missing):
        yield Check("files", State.WORKS, f"{len(stamps)}, as they were when they were scored")
