"""What became of the files of one photo that a killed run left open: what is where tells, and it is finished or put back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from index.journal.entries import WriteState
from index.journal.move_entries import FOLDERS, Deed, JournalMove, MoveEnding
from index.photo.safe_file.errors import BusyFolderError, FileTrouble, SafeFileError
from index.photo.safe_file.file_look import FileLook, look_of
from index.photo.safe_file.link_file import is_link_to
from index.photo.safe_file.links import is_there
from index.photo.safe_file.lock import folder_lock
from index.photo.safe_file.second_place import is_double, put_back, take_away_double, take_away_original
from index.photo.safe_file.stale_parts import take_away_part_of

_LATER = frozenset({FileTrouble.FOLDER_GONE, FileTrouble.PERMISSION, FileTrouble.DRIVE, FileTrouble.BUSY})
"""What passes: the disk is plugged in again, the folder is permitted again."""

STOPPED = "the run was stopped before"
UNSURE = "the run was stopped, and the files were changed since"


def settled_moves(moves: Sequence[JournalMove]) -> list[MoveEnding]:
    """How the moves of one photo, or of one folder, ended; none where that cannot be told now (the disk is not there).

    A photo of which all is at its new place leaves the old one; any other is put back whole.
    """
    try:
        if moves[0].plan.deed in FOLDERS:
            return [_of_folder(move) for move in moves]
        with ExitStack() as locks:
            for folder in sorted({folder for move in moves for folder in _folders(move) if is_there(folder)}):
                locks.enter_context(folder_lock(folder, timeout_s=0))
            return _of_photo(moves) if moves[0].plan.deed is Deed.MOVE else [_of_link(move) for move in moves]
    except BusyFolderError:
        return []
    except SafeFileError as error:
        return [] if error.kind in _LATER else [MoveEnding(move.id, WriteState.UNSURE, UNSURE) for move in moves]


def _folders(move: JournalMove) -> tuple[Path, ...]:
    plan = move.plan
    return (plan.source.parent, plan.target.parent) if plan.deed is Deed.MOVE else (plan.target.parent,)


def _of_folder(move: JournalMove) -> MoveEnding:
    is_done = is_there(move.plan.target) is (move.plan.deed is Deed.MAKE_FOLDER)
    return _ending(move, is_done=is_done)


def _of_link(move: JournalMove) -> MoveEnding:
    plan = move.plan
    has_link = is_there(plan.target.parent) and is_link_to(plan.target, plan.link)
    return _ending(move, is_done=has_link is (plan.deed is Deed.LINK))


def _of_photo(moves: Sequence[JournalMove]) -> list[MoveEnding]:
    for move in moves:
        if is_there(move.plan.target.parent):
            take_away_part_of(move.plan.target)
    if all(_is_there_whole(move) for move in moves):
        return [_finished(move) for move in moves]
    return [_put_back(move) for move in moves]


def _is_there_whole(move: JournalMove) -> bool:
    source, target = _look(move, at_source=True), _look(move, at_source=False)
    if source is None or target is None:
        return target is not None
    return is_double(move.plan.source, move.plan.target)


def _finished(move: JournalMove) -> MoveEnding:
    plan, look = move.plan, _look(move, at_source=True)
    if look is not None:
        take_away_original(plan.source, look)
    return MoveEnding(move.id, WriteState.DONE, look=_look(move, at_source=False))


def _put_back(move: JournalMove) -> MoveEnding:
    plan = move.plan
    source, target = _look(move, at_source=True), _look(move, at_source=False)
    if source is None and target is None:
        return MoveEnding(move.id, WriteState.UNSURE, UNSURE)
    if source is None:
        put_back(plan.source, plan.target)
    elif target is not None and is_double(plan.source, plan.target):
        take_away_double(plan.source, plan.target)
    return MoveEnding(move.id, WriteState.STOPPED, STOPPED)


def _look(move: JournalMove, *, at_source: bool) -> FileLook | None:
    path, other = move.plan.source, move.plan.target
    if not at_source:
        path, other = other, path
    try:
        return look_of(path)
    except SafeFileError as error:
        # A folder that was still to be made; but where the file is at neither place, a disk is not there.
        if error.kind is FileTrouble.FOLDER_GONE and is_there(other):
            return None
        raise


def _ending(move: JournalMove, *, is_done: bool) -> MoveEnding:
    return MoveEnding(move.id, WriteState.DONE) if is_done else MoveEnding(move.id, WriteState.STOPPED, STOPPED)
