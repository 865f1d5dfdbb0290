"""Where each chosen photo would go, with all that belongs to it, and why some stay."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.taken_names import TakenNames
from index.journal.move_entries import Deed, PlannedMove
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import list_folder
from index.photo.safe_file.errors import FileTrouble, SafeFileError
from index.photo.safe_file.file_look import look_of
from index.photo.travelling import Travel

TWO_NAMES = "rename one of both"


@dataclass(frozen=True, slots=True)
class Left:
    """A file that stays where it is, and why."""

    path: Path
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """A photo with all that belongs to it; `staying`: sidecars of its name that another photo claims too."""

    photo: CullPhoto
    files: tuple[PlannedMove, ...]
    staying: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Destination:
    """Where photos are to go: `named` as the person said it, absolute; `paths`: the folders below which places are kept."""

    named: Path
    by: By
    paths: Sequence[Path]
    """Absolute, the outermost first."""

    @cached_property
    def is_among_photos(self) -> bool:
        """Whether it lies inside one of `paths`: then links need not name the whole way, and what is there was taken before."""
        real = Path(os.path.realpath(self.named))
        return any(real.is_relative_to(os.path.realpath(path)) for path in self.paths)

    def place_of(self, file: Path) -> Path:
        """Where a photo file goes: as deep below the destination as it lies below the path that was culled."""
        for path in self.paths:
            if file.is_relative_to(path):
                return self.named / file.relative_to(path)
        return self.named / file.name

    def link_to(self, file: Path, link: Path) -> str:
        """What the link says."""
        return os.path.relpath(file, link.parent) if self.is_among_photos else str(file)


CameFrom = Callable[[Sequence[Path]], Mapping[Path, Path]]
"""Of files at the destination those that an earlier run brought there, and from where."""


class PhotoPlanner:
    """Plans photo by photo; what it has planned counts as gone from here and as taken there."""

    def __init__(self, destination: Destination, came_from: CameFrom) -> None:
        self._destination = destination
        self._came_from = came_from
        self._gone: set[Path] = set()
        self._places = TakenNames()
        self._travels: dict[Path, Travel | UnreadablePhoto] = {}

    def look_again(self) -> None:
        """Folders of photos are read anew from now on: an editor may make sidecars meanwhile."""
        self._travels.clear()

    def plan(self, photo: CullPhoto) -> PlannedPhoto | Left | None:
        """Where the photo goes, or why it stays; nothing where links to all of it are there already."""
        if photo.trouble is not None:
            return Left(photo.path, photo.trouble.message)
        travel = self._travel(real_name(photo.path).parent)
        if isinstance(travel, UnreadablePhoto):
            return Left(travel.path, travel.message)
        named = {real_name(file): file for file in photo.files}
        travellers = travel.of([*named])
        try:
            moves = [self._move(photo, file, named.get(file)) for file in travellers.files]
        except SafeFileError as error:
            return Left(error.path, error.message, _hint(error))
        moves = [move for move in moves if not _is_linked(move)]
        if not moves:
            return None
        return self._refused(moves) or self._taken_in(PlannedPhoto(photo, tuple(moves), travellers.staying))

    def stayed(self, planned: Sequence[PlannedMove]) -> None:
        """These could not be moved after all."""
        self._gone.difference_update(move.source for move in planned)

    def _move(self, photo: CullPhoto, file: Path, named: Path | None) -> PlannedMove:
        known = named or photo.path.with_name(file.name)
        known_target = self._destination.place_of(known)
        target = real_name(known_target)
        if self._destination.by is By.LINK:
            link = self._destination.link_to(file, target)
            return PlannedMove(Deed.LINK, real_name(photo.path), file, target, link=link)
        look = look_of(file)
        if look is None:
            raise SafeFileError(file, FileTrouble.GONE, "it is not there any more")
        return PlannedMove(Deed.MOVE, real_name(photo.path), file, target, look, "", known, known_target)

    def _refused(self, moves: Sequence[PlannedMove]) -> Left | None:
        """The photo stays as a whole where any of its names is taken, or where editors would take two photos for one."""
        self._places.read(moves[0].target.parent, self._came_from)
        for move in moves:
            there = self._places.named(move.target)
            if there is not None:
                return Left(move.source, f"a file called {there.name} is there already", TWO_NAMES)
        stranger = self._places.stranger(moves)
        if stranger is not None:
            words = f"{stranger.name} is there already, and editors would take both for one photo"
            return Left(moves[0].source, words, TWO_NAMES)
        return None

    def _taken_in(self, planned: PlannedPhoto) -> PlannedPhoto:
        if self._destination.by is By.MOVE:
            self._gone.update(move.source for move in planned.files)
        self._places.take(planned.files)
        return planned

    def _travel(self, folder: Path) -> Travel | UnreadablePhoto:
        if folder not in self._travels:
            found = list_folder(folder)
            self._travels[folder] = found if isinstance(found, UnreadablePhoto) else Travel(found, self._gone)
        return self._travels[folder]


def real_name(file: Path) -> Path:
    """Where a file's name stands, without links on the way; the file itself may be one."""
    return Path(os.path.realpath(file.parent)) / file.name


def _is_linked(move: PlannedMove) -> bool:
    """Whether a link there leads to the file already."""
    if move.deed is not Deed.LINK or not os.path.islink(move.target):  # noqa: PTH114 - Path.is_symlink() raises where you may not look
        return False
    return os.path.realpath(move.target) == os.path.realpath(move.source)


def _hint(error: SafeFileError) -> str:
    if error.kind is FileTrouble.LINK:
        return "name the folder in which the file really lies, or take --by link"
    return error.hint
