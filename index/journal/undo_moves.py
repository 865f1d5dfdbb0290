"""How the photos that a run moved or linked would be taken back, found out from what is where now; nothing is changed here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from index.journal.database import Journal
from index.journal.entries import Run, WriteState
from index.journal.move_entries import FOLDERS, REVERSE, Deed, JournalMove, PlannedMove
from index.journal.undo import UndoKind, UndoStep
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import list_folder
from index.photo.formats import SIDECAR_EXTENSIONS, extension
from index.photo.safe_file.errors import FileTrouble, SafeFileError
from index.photo.safe_file.file_look import FileLook, look_of
from index.photo.safe_file.link_file import is_link_to
from index.photo.travelling import Travel


@dataclass(frozen=True, slots=True)
class MoveStep:
    """What an undo does with one photo that was moved or linked, and with its sidecars."""

    moves: tuple[JournalMove, ...]
    """What is taken back, or would be."""
    kind: UndoKind
    reason: str = ""
    """Why it is refused, in plain words; empty otherwise."""
    planned: tuple[PlannedMove, ...] = ()
    """What is to be done for it."""

    @property
    def photo(self) -> Path:
        """By which name it went before the run that is taken back."""
        return self.moves[0].plan.photo

    @property
    def deed(self) -> Deed:
        """What the run did with it."""
        return self.moves[0].plan.deed

    @property
    def is_folder(self) -> bool:
        """Whether it is no photo, but a folder that was made or taken away."""
        return self.deed in FOLDERS


Step = UndoStep | MoveStep
"""What an undo does with one sidecar that was written, or with one photo that was moved."""


_LOOK_AGAIN_AFTER = 100


class _CannotError(Exception):
    """Why a photo stays where it is."""


def plan_moves_back(journal: Journal, run: Run) -> Iterator[MoveStep]:
    """How each photo of the run that is not taken back yet would be, the last one first; folders after what lies in them.

    Looked at when its turn comes. A photo goes back whole, with the sidecars that it has now and with what was changed in them.
    """
    looks = journal.moves.looks_after(run)
    standing = [
        move
        for move in journal.moves.of(run)
        if move.state not in (WriteState.FAILED, WriteState.STOPPED) and not move.taken_back
    ]
    groups = [tuple(group) for _, group in groupby(standing, key=lambda move: (move.plan.photo, move.plan.deed))]
    to_make: set[Path] = set()
    folders = _Folders()
    for group in reversed(groups):
        try:
            planned = _planned(group, looks, to_make, folders)
        except (_CannotError, SafeFileError) as error:
            yield MoveStep(group, UndoKind.REFUSE, error.message if isinstance(error, SafeFileError) else str(error))
            continue
        to_make |= {plan.target for plan in planned if plan.deed is Deed.MAKE_FOLDER}
        yield MoveStep(group, UndoKind.RESTORE if planned else UndoKind.NOTHING, planned=planned)


def _planned(
    group: Sequence[JournalMove], looks: Mapping[int, FileLook], to_make: set[Path], folders: _Folders
) -> tuple[PlannedMove, ...]:
    deed = group[0].plan.deed
    if deed in FOLDERS:
        return tuple(_reversed(move) for move in group if move.plan.target.is_dir() is (deed is Deed.MAKE_FOLDER))
    if deed is not Deed.MOVE:
        return tuple(_reversed(move) for move in group if _is_link_to_turn(move, to_make))
    back = [found for move in group if (found := _way_back(move, looks.get(move.id), to_make))]
    return (*back, *_come_since(back, folders)) if back else ()


def _is_link_to_turn(move: JournalMove, to_make: set[Path]) -> bool:
    """Whether the link is there to be taken away, or missing and to be made again."""
    plan = move.plan
    has_link = plan.target.parent not in to_make and is_link_to(plan.target, plan.link)
    if not has_link and os.path.lexists(plan.target):
        raise _CannotError(f"{plan.target} is not the link that we made any more")
    if plan.deed is Deed.UNLINK and look_of(plan.source) is None:
        raise _CannotError(f"{plan.source} is gone, and a link would lead nowhere")
    return has_link is (plan.deed is Deed.LINK)


def _way_back(move: JournalMove, look: FileLook | None, to_make: set[Path]) -> PlannedMove | None:
    """Nothing where the file is back already, or where a sidecar was deleted since."""
    plan = move.plan
    there = _look(plan.target)
    here = None if plan.source.parent in to_make else look_of(plan.source)
    if there is None:
        if here is not None or extension(plan.source) in SIDECAR_EXTENSIONS:
            return None
        raise _CannotError(f"{plan.target} is gone; if it was moved, move it back first")
    if here is not None:
        raise _CannotError(f"something else has the name {plan.source} now")
    if extension(plan.source) not in SIDECAR_EXTENSIONS and there != (look or plan.look):
        raise _CannotError(f"{plan.target} is not the file that we put there any more, or was changed since")
    return replace(_reversed(move), look=there)


def _look(path: Path) -> FileLook | None:
    try:
        return look_of(path)
    except SafeFileError as error:
        if error.kind is not FileTrouble.FOLDER_GONE:
            raise
        return None


class _Folders:
    """Which sidecars lie beside photos where they were moved to, for a hundred photos at a time: reading a folder of ten thousand
    takes some hundredths of a second.
    """

    def __init__(self) -> None:
        self._travels: dict[Path, Travel] = {}
        self._asked = 0

    def travel(self, folder: Path) -> Travel:
        """Raises `_CannotError`."""
        self._asked += 1
        if self._asked % _LOOK_AGAIN_AFTER == 0:
            self._travels.clear()
        if folder not in self._travels:
            listing = list_folder(folder)
            if isinstance(listing, UnreadablePhoto):
                raise _CannotError(f"{listing.path}: {listing.message}")
            self._travels[folder] = Travel(listing)
        return self._travels[folder]


def _come_since(back: Sequence[PlannedMove], folders: _Folders) -> Iterator[PlannedMove]:
    """Sidecars that were made beside the photo where it was moved to: they go back with it."""
    home = {plan.source: plan.target.parent for plan in back}
    photos = [plan.source for plan in back if extension(plan.source) not in SIDECAR_EXTENSIONS]
    travel = folders.travel(back[0].source.parent)
    known = {plan.source: (plan.known_source, plan.known_target) for plan in back}
    names_from, names_to = known[photos[0]] if photos else (None, None)
    for sidecar in _strays(travel, photos, home):
        target = home[photos[0]] / sidecar.name
        look = look_of(sidecar)
        if look is None:
            continue
        if look_of(target) is not None:
            raise _CannotError(f"{sidecar.name} came since, and something else has this name at the old place")
        yield PlannedMove(
            Deed.MOVE,
            back[0].photo,
            sidecar,
            target,
            look,
            known_source=(names_from or sidecar).with_name(sidecar.name),
            known_target=(names_to or target).with_name(sidecar.name),
        )


def _strays(travel: Travel, photos: Sequence[Path], home: Mapping[Path, Path]) -> list[Path]:
    return [path for path in travel.of(photos).files if path not in home and path not in photos]


def _reversed(move: JournalMove) -> PlannedMove:
    """A move goes the other way; links and folders keep their place."""
    plan = move.plan
    is_move = plan.deed is Deed.MOVE
    return replace(
        plan,
        deed=REVERSE[plan.deed],
        source=plan.target if is_move else plan.source,
        target=plan.source if is_move else plan.target,
        known_source=plan.known_target if is_move else plan.known_source,
        known_target=plan.known_source if is_move else plan.known_target,
        takes_back=move.id,
    )
