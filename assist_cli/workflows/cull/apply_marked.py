"""Moves or links what a person picked, rejected or left undecided to a folder: journalled, never over anything, never deleted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.interrupts import STOP_SIGNALS
from assist_cli.workflows.cull.apply_plan import Destination, Left, PhotoPlanner, PlannedPhoto, real_name
from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.list_marked import list_marked
from assist_cli.workflows.cull.listed import Listed
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.follow_moves import tell_catalogue
from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from index.journal.database import open_journal
from index.journal.entries import Run
from index.journal.journal_path import journal_path
from index.journal.move_entries import Deed, PlannedMove
from index.journal.move_photos import Group, MoveResult, move_all

LOOK_AGAIN_AFTER = 100
"""Photos planned before folders are read anew: a choice. Reading a folder of ten thousand takes some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class ApplyRequest:
    """Which photos go where, and how."""

    paths: Sequence[Path]
    catalog: Path
    which: Listed
    to: Path
    by: By
    command: str
    """As the journal tells it."""


@dataclass
class Applied:
    """What became of the chosen photos; of a dry run what would."""

    chosen: int = 0
    photos: list[PlannedPhoto] = field(default_factory=list)
    already: int = 0
    """Photos to which links lead from there already."""
    left: list[Left] = field(default_factory=list)
    doubled: list[Left] = field(default_factory=list)
    """Files that are at both places."""
    run: Run | None = None

    @property
    def files(self) -> int:
        """How many names were made there."""
        return sum(len(photo.files) for photo in self.photos)


OnPhoto = Callable[[int, int], None]
"""Told how many photos are done, and of how many."""


def plan_apply(request: ApplyRequest) -> Applied:
    """What `apply_marked` would do now; nothing is changed. Raises as it does."""
    destination = _destination(request)
    chosen = _chosen(request, destination)
    applied = Applied(len(chosen))
    with journal_as_it_is(request.catalog) as journal:
        came_from = journal.moves.came_from if journal else _from_nowhere
        applied.photos += _planned(PhotoPlanner(destination, came_from), chosen, applied)
    return applied


def apply_marked(request: ApplyRequest, on_photo: OnPhoto) -> Applied:
    """Moves or links the chosen photos, photo by photo; what cannot be is told and stops no other.

    Raises `BadRequestError` where the folder cannot be one, `AssistError` where nothing can be made there, `CatalogError`,
    `JournalError`, and as `open_session`. What was done before is noted, and can be undone.
    """
    destination = _destination(request)
    chosen = _chosen(request, destination)
    applied = Applied(len(chosen))
    if chosen:
        with open_journal(journal_path(request.catalog)) as journal:
            planner = PhotoPlanner(destination, journal.moves.came_from)
            planned = _Planned(_planned(planner, chosen, applied))
            if planned.has_any:
                applied.run = journal.begin(request.command)
                work = _Work(applied, planner, planned, on_photo)
                try:
                    move_all(journal, applied.run, planned.groups(), work.note, STOP_SIGNALS.held)
                finally:
                    with STOP_SIGNALS.held():
                        tell_catalogue(journal, request.catalog)
    return applied


class _Planned:
    """The planned photos as groups for the journal, with the folders that have to be made first."""

    def __init__(self, photos: Iterator[PlannedPhoto]) -> None:
        self._first = next(photos, None)
        self._rest = photos
        self._made: set[Path] = set()
        self.by_group: dict[PlannedMove, PlannedPhoto] = {}

    @property
    def has_any(self) -> bool:
        """Whether anything is to be done at all."""
        return self._first is not None

    def groups(self) -> Iterator[Group]:
        """What is done together: each folder, each photo."""
        first = [] if self._first is None else [self._first]
        for photo in chain(first, self._rest):
            for folder in _missing(photo.files[0].target.parent):
                if folder not in self._made:
                    self._made.add(folder)
                    yield (PlannedMove(Deed.MAKE_FOLDER, folder, folder, folder),)
            self.by_group[photo.files[0]] = photo
            yield photo.files


class _Work:
    """One run at work."""

    def __init__(self, applied: Applied, planner: PhotoPlanner, planned: _Planned, on_photo: OnPhoto) -> None:
        self._applied = applied
        self._planner = planner
        self._planned = planned
        self._on_photo = on_photo

    def note(self, result: MoveResult) -> None:
        """What became of a folder or a photo."""
        photo = self._planned.by_group.pop(result.planned[0], None)
        if result.error is not None:
            self._planner.stayed(result.planned)
            self._applied.left.append(Left(result.error.path, result.error.message, result.error.hint))
        elif photo is not None:
            self._applied.photos.append(photo)
            self._applied.doubled += [Left(error.path, error.message, error.hint) for error in result.doubled]
        done = len(self._applied.photos) + len(self._applied.left) + self._applied.already
        self._on_photo(done, self._applied.chosen)


def _planned(planner: PhotoPlanner, chosen: Iterable[CullPhoto], applied: Applied) -> Iterator[PlannedPhoto]:
    for number, photo in enumerate(chosen, start=1):
        if number % LOOK_AGAIN_AFTER == 0:
            planner.look_again()
        found = planner.plan(photo)
        if isinstance(found, PlannedPhoto):
            yield found
        elif isinstance(found, Left):
            applied.left.append(found)
        else:
            applied.already += 1


def _chosen(request: ApplyRequest, destination: Destination) -> list[CullPhoto]:
    """Without what lies in the destination already, where that is among the photos."""
    photos = list_marked(request.paths, request.catalog, request.which).photos
    if not destination.is_among_photos:
        return photos
    there = os.path.realpath(destination.named)
    return [photo for photo in photos if not real_name(photo.path).is_relative_to(there)]


def _destination(request: ApplyRequest) -> Destination:
    (named,) = absolute([request.to])
    folders = {path if path.is_dir() else path.parent for path in absolute(request.paths)}
    if any(os.path.realpath(folder) == os.path.realpath(named) for folder in folders):
        raise BadRequestError(
            f"{named} is the folder that is culled", "name another one with --to, such as one inside it"
        )
    _check(named)
    return Destination(named, request.by, sorted(folders, key=lambda folder: len(folder.parts)))


def _check(folder: Path) -> None:
    """That photos can be put there; the system may still refuse later, photo by photo."""
    there = next(one for one in (folder, *folder.parents) if os.path.lexists(one))
    if not there.is_dir():
        raise BadRequestError(f"{there} is no folder", "name a folder with --to; it is made if it is not there")
    if not os.access(there, os.W_OK | os.X_OK):
        raise _nothing_can_be_made(there)
    try:
        # Such as /proc: it says that one may write, and refuses.
        with TemporaryFile(dir=there):
            pass
    except OSError as error:
        raise _nothing_can_be_made(there, error.strerror) from error


def _nothing_can_be_made(folder: Path, why: str | None = None) -> AssistError:
    told, hint = (f": {why}", "") if why else ("", "change its permissions, or ")
    return AssistError(f"nothing can be made in {folder}{told}", f"{hint}name another folder with --to")


def _missing(folder: Path) -> list[Path]:
    """The folders that are still to be made, the outermost first."""
    return [one for one in reversed((folder, *folder.parents)) if not os.path.lexists(one)]


def _from_nowhere(_paths: Sequence[Path]) -> Mapping[Path, Path]:
    return {}
