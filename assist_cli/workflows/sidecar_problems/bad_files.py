"""Sidecars that cannot be read, that editors do not find, and what a killed write left behind."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from assist_cli.workflows.read_places import SidecarRead, Trouble
from assist_cli.workflows.sidecar_problems.mark_words import listed
from assist_cli.workflows.sidecar_problems.problem import Problem, ProblemKind, writing
from assist_cli.workflows.sidecar_status import FolderStatus
from index.photo.formats import PHOTO_EXTENSIONS
from index.photo.safe_file.errors import FileTrouble
from index.photo.safe_file.part_file import PART_SUFFIX
from index.photo.sidecar_place import Place, Style
from index.photo.xmp_errors import XmpTrouble

LINKS = frozenset({FileTrouble.LINK, FileTrouble.LINK_OUTSIDE})
WRITTEN_AGAIN = "if no editor is writing it just now, let the one that made it write its metadata again"
TAKEN_AWAY = "the sidecar itself is whole; the next write of it takes the leftover away"


def bad_sidecars(status: FolderStatus) -> Iterator[Problem]:
    """Each once, also where several photos look into it."""
    if status.unread is not None:
        yield Problem(ProblemKind.UNREADABLE, status.folder, status.unread.message, None, status.unread.hint)
    for read in _each_once(status):
        if read.trouble is not None:
            yield _trouble(read, read.trouble)


def misspelled(status: FolderStatus) -> Iterator[Problem]:
    """Names that an editor does not find, or of which there are several."""
    for asset in status.assets:
        for photo in asset.photos:
            by_place: dict[Place, list[SidecarRead]] = {}
            for read in photo.places:
                by_place.setdefault(read.place, []).append(read)
            for place, reads in by_place.items():
                if len(reads) > 1:
                    yield _several(reads)
                elif place in photo.beside.misspelled:
                    yield _unseen(reads[0], _usual_name(photo.path, place))


def leftovers(status: FolderStatus) -> Iterator[Problem]:
    """Part files of ours."""
    for path in status.part_files:
        sidecar = path.with_name(path.name.removeprefix(".").removesuffix(PART_SUFFIX))
        message = f"{path.name} was left behind by a write that was interrupted"
        command = writing(sidecar.parent, _style(sidecar)).command
        yield Problem(ProblemKind.LEFTOVER, path, message, command, TAKEN_AWAY, command, TAKEN_AWAY)


def _trouble(read: SidecarRead, trouble: Trouble) -> Problem:
    name = f"what is inside {read.path.name}" if read.place is Place.EMBEDDED else read.path.name
    message = f"{name} is not read: {trouble.message}"
    hint = WRITTEN_AGAIN if trouble.kind is XmpTrouble.EMPTY else trouble.hint
    if isinstance(trouble.kind, XmpTrouble):
        return Problem(ProblemKind.DAMAGED, read.path, message, None, hint)
    kind = ProblemKind.LINK if trouble.kind in LINKS else ProblemKind.UNREADABLE
    return Problem(kind, read.path, message, None, hint)


def _several(reads: list[SidecarRead]) -> Problem:
    named = listed([read.path.name for read in reads])
    message = f"{named} differ in letter case only: each editor takes another of them, and other disks hold only one"
    return Problem(
        ProblemKind.SPELLING, reads[0].path, message, None, "keep the newest under that name, move the others"
    )


def _unseen(read: SidecarRead, usual: str) -> Problem:
    message = f"{read.path.name} is not found by darktable, which looks for {usual} on this disk"
    return Problem(ProblemKind.SPELLING, read.path, message, None, f"rename it to {usual}")


def _usual_name(photo: Path, place: Place) -> str:
    if place is Place.ADOBE:
        return photo.stem + ".xmp"
    return photo.name + (".pp3" if place is Place.RAWTHERAPEE else ".xmp")


def _style(sidecar: Path) -> Style:
    """By the names of darktable's style there is a photo's ending before the last one."""
    stem, _ending = os.path.splitext(sidecar.name)  # noqa: PTH122 - the name of a long sidecar is a bare digest
    return Style.DARKTABLE if Path(stem).suffix.lower() in PHOTO_EXTENSIONS else Style.ADOBE


def _each_once(status: FolderStatus) -> Iterable[SidecarRead]:
    found = {
        (read.path, read.place): read for asset in status.assets for photo in asset.photos for read in photo.places
    }
    found |= {(read.path, read.place): read for _duplicate, read in status.duplicates}
    return found.values()
