"""Moves and links photos: every name is in the journal before it is touched, and told of there afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from itertools import islice

from index.journal.database import Journal
from index.journal.entries import Run, WriteState
from index.journal.move_entries import FOLDERS, Deed, MoveEnding, PlannedMove
from index.photo.safe_file.errors import SafeFileError, UnsureWriteError
from index.photo.safe_file.file_look import FileLook, look_of
from index.photo.safe_file.link_file import drop_link, make_link
from index.photo.safe_file.lock import folder_lock
from index.photo.safe_file.made_folder import drop_folder, make_folder
from index.photo.safe_file.move_together import FileMove, move_together

PHOTOS_AT_ONCE = 20
"""Noted together in one step of the journal. A choice, as `FILES_AT_ONCE`: a photo has two or three files."""

Group = Sequence[PlannedMove]
"""What is done together, or not at all: the files of one photo, or one folder."""


@dataclass(frozen=True, slots=True)
class MoveResult:
    """What became of one group."""

    planned: Group
    error: SafeFileError | None = None
    """Why all of it was left as it was; its `message` is one plain line, and it has a `hint`. None: it is done, and safe."""
    doubled: Sequence[SafeFileError] = ()
    """Files that are at both places, for their originals could not be taken away."""


def move_all(
    journal: Journal,
    run: Run,
    groups: Iterable[Group],
    on_result: Callable[[MoveResult], None],
    hold: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    """Does what is planned, a few groups at a time, and tells of each. One that fails stops no other.

    `hold` keeps an interruption away from one group: it is done, or not begun. Raises a `JournalError` where the journal cannot
    note what is to come: then nothing further is touched.
    """
    waiting = iter(groups)
    while batch := list(islice(waiting, PHOTOS_AT_ONCE)):
        numbers = iter(journal.moves.intend(run, [plan for group in batch for plan in group]))
        endings: list[MoveEnding] = []
        try:
            for group in batch:
                ids = list(islice(numbers, len(group)))
                with hold():
                    result, ends = _done(group, ids)
                    endings += ends
                on_result(result)
        finally:
            # Whoever interrupts us: what was done is noted. What was not come to is settled later.
            journal.moves.end(endings)


def _done(group: Group, ids: Sequence[int]) -> tuple[MoveResult, list[MoveEnding]]:
    try:
        stay = _act(group)
    except SafeFileError as error:
        state = WriteState.UNSURE if isinstance(error, UnsureWriteError) else WriteState.FAILED
        return MoveResult(group, error), [MoveEnding(number, state, error.message) for number in ids]
    endings = [_ending(number, plan, stay.get(plan)) for number, plan in zip(ids, group, strict=True)]
    return MoveResult(group, doubled=tuple(stay.values())), endings


def _ending(number: int, plan: PlannedMove, trouble: SafeFileError | None) -> MoveEnding:
    if trouble is not None:
        return MoveEnding(number, WriteState.UNSURE, f"it is at both places: {trouble.message}")
    return MoveEnding(number, WriteState.DONE, look=look_there(plan))


def look_there(plan: PlannedMove) -> FileLook | None:
    """How a moved file looks at its new place: some disks keep times in steps of two seconds."""
    if plan.deed is not Deed.MOVE:
        return None
    try:
        return look_of(plan.target)
    except SafeFileError:  # moved, and out of sight at once: it is known by how it looked before
        return plan.look


def _act(group: Group) -> dict[PlannedMove, SafeFileError]:
    with ExitStack() as locks:
        if group[0].deed not in FOLDERS:
            folders = {plan.target.parent for plan in group}
            folders |= {plan.source.parent for plan in group if plan.deed is Deed.MOVE}
            for folder in sorted(folders):  # in one order, so that two runs never wait for each other
                locks.enter_context(folder_lock(folder))
        return _move(group) if group[0].deed is Deed.MOVE else _one_by_one(group)


def _move(group: Group) -> dict[PlannedMove, SafeFileError]:
    moves = {FileMove(plan.source, plan.target, plan.look): plan for plan in group if plan.look is not None}
    return {moves[move]: error for move, error in move_together([*moves]).items()}


def _one_by_one(group: Group) -> dict[PlannedMove, SafeFileError]:
    done: list[PlannedMove] = []
    try:
        for plan in group:
            _DO[plan.deed](plan)
            done.append(plan)
    except SafeFileError as error:
        _take_back(done, error)
        raise
    return {}


def _take_back(done: Sequence[PlannedMove], error: SafeFileError) -> None:
    for plan in reversed(done):
        try:
            _UNDO[plan.deed](plan)
        except SafeFileError as again:
            raise UnsureWriteError(plan.target, again.kind, f"{error.message}, then {again.message}") from again


def _link(plan: PlannedMove) -> None:
    make_link(plan.target, plan.link)


def _unlink(plan: PlannedMove) -> None:
    drop_link(plan.target, plan.link)


def _make(plan: PlannedMove) -> None:
    make_folder(plan.target)


def _drop(plan: PlannedMove) -> None:
    drop_folder(plan.target)


_DO = {Deed.LINK: _link, Deed.UNLINK: _unlink, Deed.MAKE_FOLDER: _make, Deed.DROP_FOLDER: _drop}
_UNDO = {Deed.LINK: _unlink, Deed.UNLINK: _link, Deed.MAKE_FOLDER: _drop, Deed.DROP_FOLDER: _make}
