"""The scores that the catalogue has, of thousands of photos in a second or two: read in parts, so that the first come at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.find_photos import Found, absolute
from assist_cli.workflows.known_photos import still_holds
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.scoring_run import ScoringRun
from index.catalog.database import Catalog
from index.photo.record import Asset

PART = 100
"""Photos told at once: a quarter of a millisecond each, so that somebody who asks for a stop waits 25 ms."""


def known_scores(
    catalog: Catalog, paths: Sequence[Path], found: Sequence[Found], run: ScoringRun
) -> Iterator[list[ScoredPhoto]]:
    """Those of `found`, at or below `paths`, of which `run` would say nothing new, in the order of paths."""
    assets = {file: item for item in found if isinstance(item, Asset) for file in item.files}
    stored = catalog.photos_under(absolute(paths))
    while part := list(islice(stored, PART)):
        told = []
        for photo in part:
            asset = assets.get(photo.record.path)
            if asset is None or not still_holds(photo, stamp_files(asset)):
                continue
            if one := run.as_told_before(photo):
                told.append(one)
        yield told
