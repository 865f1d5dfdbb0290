"""Whether the catalogue and the index of look-alikes are sound inside, and whether they still fit the files on disk.

Nothing is changed.
"""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from assist_cli.workflows.check_machine import Check, State
from assist_cli.workflows.file_stamps import has_changed, is_absent, is_gone, missing_folder
from assist_cli.workflows.vectors_place import vectors_beside
from index.catalog.database import Catalog, open_catalog_to_read
from index.vectors.errors import DamagedVectorsError
from index.vectors.vector_header import photos_if_whole

SCORE = "assist score PATH brings it up to date"
PRUNE = "assist catalogue prune forgets what has been missing for long"
UNPLUGGED = "a disk may be unplugged; if it is gone for good: assist catalogue prune --gone"
MADE_ANEW = "the next assist similar makes it anew; nothing is lost"
MOST_FOLDERS = 5
"""Folders that are named, those with most files; more are counted. A choice."""


def check_catalogue(path: Path) -> Iterator[Check]:
    """One check after the other; what is `BROKEN` is damage, what is `LIMITED` a photo that went on living, or what mends itself.

    Raises `CatalogError` where it cannot even be opened.
    """
    with open_catalog_to_read(path) as catalog:
        damage = catalog.upkeep.findings()
        for finding in damage:
            yield Check("catalogue", State.BROKEN, finding.message, finding.hint)
        if not damage:
            yield Check("catalogue", State.WORKS, f"{path}, {catalog.count()} photos, nothing damaged")
            yield _look_alikes(vectors_beside(path))
            yield from _files(catalog)


def _look_alikes(path: Path) -> Check:
    try:
        count = photos_if_whole(path)
    except FileNotFoundError:
        return Check("look-alikes", State.WORKS, "no index yet; the first assist similar makes it")
    except DamagedVectorsError as error:
        return Check("look-alikes", State.LIMITED, str(error), MADE_ANEW)
    except OSError as error:
        return Check("look-alikes", State.LIMITED, f"the index {path} cannot be read: {error.strerror}", MADE_ANEW)
    return Check("look-alikes", State.WORKS, f"{path}, {'1 photo' if count == 1 else f'{count} photos'}, whole")


def _files(catalog: Catalog) -> Iterator[Check]:
    stamps, missing = catalog.upkeep.stamps(), len(catalog.upkeep.missing_photos())
    gone = sum(is_gone(stamp.path) for stamp in stamps)
    changed = sum(has_changed([stamp]) for stamp in stamps)
    away = list(_away([stamp.path for stamp in stamps]))
    if gone:
        told = "1 file is gone since it was" if gone == 1 else f"{gone} files are gone since they were"
        yield Check("files", State.LIMITED, f"{told} scored", PRUNE)
    if changed:
        told = "1 file has changed since it was" if changed == 1 else f"{changed} files have changed since they were"
        yield Check("files", State.LIMITED, f"{told} scored", SCORE)
    yield from away
    if missing:
        told = "1 photo is" if missing == 1 else f"{missing} photos are"
        yield Check("files", State.LIMITED, f"{told} marked as missing", PRUNE)
    if not (gone or changed or missing or away):
        yield Check("files", State.WORKS, f"{len(stamps)}, as they were when they were scored")


def _away(paths: Sequence[Path]) -> Iterator[Check]:
    """Files that nobody can tell anything of, because their folder is not there."""
    folders = Counter(missing_folder(path) for path in paths if is_absent(path) and not is_gone(path))
    named = folders.most_common(MOST_FOLDERS)
    for folder, count in named:
        told = "1 file cannot be reached: its" if count == 1 else f"{count} files cannot be reached: their"
        hint = f"{UNPLUGGED} {shlex.quote(str(folder))}"
        yield Check("files", State.LIMITED, f"{told} folder {folder} is not there", hint)
    if more := len(folders) - len(named):
        count = folders.total() - sum(count for _folder, count in named)
        places = "1 more folder that is" if more == 1 else f"{more} more folders that are"
        yield Check("files", State.LIMITED, f"{count} cannot be reached in {places} not there", f"{UNPLUGGED} FOLDER")
