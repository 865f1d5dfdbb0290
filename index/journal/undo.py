"""How each file of a run would be taken back, found out from what it holds now; nothing is changed here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from index.journal.back_splices import unpacked
from index.journal.database import Journal
from index.journal.entries import JournalWrite, PlannedWrite, Run, WriteState
from index.journal.errors import NotPutBackError
from index.journal.last_written import LaterWrite
from index.journal.moved_files import Finder, nowhere
from index.journal.undo_order import FileLeft, last_first
from index.journal.writes import digest
from index.photo.mark_fields.nothing_left import is_nothing_left
from index.photo.mark_fields.place_file import PhotoLies, read_facts, untold_marks
from index.photo.marks import NO_MARKS, Mark
from index.photo.safe_file.errors import SafeFileError
from index.photo.safe_file.links import is_there
from index.photo.safe_file.read import SidecarNow
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.splices import Splice, applied
from index.photo.xmp_errors import XmpError


class Edited(Protocol):
    """A changed sidecar, and by which splices."""

    @property
    def data(self) -> bytes: ...  # noqa: D102

    @property
    def splices(self) -> Sequence[Splice]: ...  # noqa: D102


PutBack = Callable[[bytes, JournalWrite], Edited]
"""Gives a sidecar that others changed since our write the marks that it had before (`write.changed` of `write.marks_before`) while
ours (`write.marks_after`) still stand in it; else it raises `NotPutBackError` with the reason. What cannot be read: `XmpError`."""


GONE = "the file is gone; if it was moved, move it back first"
PHOTO_GONE = (
    "the file and its photo are gone; if they were moved, move them back or score them where they are now, then undo again; "
    "or plug in their disk"
)


class UndoKind(StrEnum):
    """What an undo does with one file."""

    RESTORE = "restore"
    """It holds exactly what we wrote: the bytes before come back, or it goes away where we made it."""
    MERGE = "merge"
    """Others changed other things since: our marks alone are put back."""
    NOTHING = "nothing"
    """It is as before already."""
    REFUSE = "refuse"
    """It is left as it is, for the reason that stands beside it."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """What an undo does, or did, with the file of one write."""

    write: JournalWrite
    kind: UndoKind
    reason: str = ""
    """Why it is refused, in plain words; empty otherwise."""
    goes_away: bool = False
    """Whether the file is taken away, because we made it and nothing else stands in it."""
    is_between: bool = False
    """Whether the run wrote this file before, too: another step goes on with it."""


def plan_undo(journal: Journal, run: Run, put_back: PutBack, find: Finder = nowhere) -> list[UndoStep]:
    """How each file of the run that is not taken back yet would be; none are left where it was taken back already. One that was
    moved with its photo is followed where it is as we wrote it.
    """
    return [step for step, _ in planned_undo(journal, run, put_back, find) if not step.is_between]


def planned_undo(
    journal: Journal, run: Run, put_back: PutBack, find: Finder = nowhere
) -> Iterator[tuple[UndoStep, PlannedWrite | None]]:
    """As `plan_undo`, one after the other, each with what is to be written for it; files are read when their turn comes.

    What the run wrote into one file several times is taken back last write first, each step planned as if those before were done;
    where one is refused, the earlier ones are left with it.
    """
    later, ours = journal.later_writes(run), journal.made_by_us(run)
    standing = [one for one in journal.writes_of(run) if one.state is not WriteState.FAILED and not one.taken_back]
    left = Counter(write.path for write in standing)
    files: dict[Path, FileLeft] = {}
    for write in last_first(standing):
        left[write.path] -= 1
        file = files.setdefault(write.path, FileLeft())
        if not left[write.path]:
            del files[write.path]
        found = None if file.is_refused else _taken_back(write, file, later.get(write.id, []), put_back, find)
        if found is None:
            continue
        step, plan = found
        if left[write.path] and step.kind is not UndoKind.REFUSE:
            yield replace(step, is_between=True), plan
        else:
            yield _without_skeleton(step, plan) if write.id in ours else found


def _taken_back(
    write: JournalWrite, file: FileLeft, later: Sequence[LaterWrite], put_back: PutBack, find: Finder
) -> tuple[UndoStep, PlannedWrite | None] | None:
    try:
        write = file.found(write, find)
        found = _step(write, file.now, later, put_back)
    except SafeFileError as error:
        found = _refused(write, error.message)
    if found is not None:
        file.took(found[1], is_refused=found[0].kind is UndoKind.REFUSE)
    return found


def _step(
    write: JournalWrite, now: SidecarNow | None, later: Sequence[LaterWrite], put_back: PutBack
) -> tuple[UndoStep, PlannedWrite | None] | None:
    found = digest(None if now is None else now.data)
    if write.state is WriteState.STOPPED and (later or found != write.after_sha256):
        return None
    reason = _hindrance(write, now, later)
    if reason:
        return _refused(write, reason)
    # The hash before the state: a kill, or a disk that was not there, may have left the journal behind the file.
    if found == write.after_sha256:
        return _restored(write, now)
    if found == write.before_sha256:
        return UndoStep(write, UndoKind.NOTHING), None
    return _refused(write, GONE) if now is None else _merged(write, now, put_back)


def _hindrance(write: JournalWrite, now: SidecarNow | None, later: Sequence[LaterWrite]) -> str:
    for run in later:
        if run.changed & write.changed:
            return f"run {run.run} has written the same marks since; take that one back first"
        if run.hides_stars and Mark.RATING in write.changed and _says_reject(now):
            return f"run {run.run} has written a reject in the place of the stars since; take that one back first"
    # An empty mount point looks like a folder from which our file was taken away.
    return PHOTO_GONE if now is None and not is_there(write.photo) else ""


def _says_reject(now: SidecarNow | None) -> bool:
    """Whether a reject has the place of the stars in darktable's sidecar: what became of ours, it tells when it goes."""
    try:
        facts = read_facts(Place.DARKTABLE, None if now is None else now.data, PhotoLies())
    except XmpError:
        return False  # why it cannot be read is told by whoever reads it next
    return Mark.RATING in untold_marks(facts, NO_MARKS)


def _restored(write: JournalWrite, now: SidecarNow | None) -> tuple[UndoStep, PlannedWrite | None]:
    try:
        splices = unpacked(write.way_back)
        before = applied(b"" if now is None else now.data, splices)
    except ValueError:
        return _refused(write, "the journal is damaged here, and does not know the way back")
    is_nothing = write.before_sha256 is None
    if digest(None if is_nothing else before) != write.before_sha256:
        return _refused(write, "the journal is damaged here, and does not know the way back")
    restores_mtime_ns = None if is_nothing else write.mtime_ns
    return UndoStep(write, UndoKind.RESTORE), _planned(
        write, now, None if is_nothing else before, splices, restores_mtime_ns
    )


def _merged(write: JournalWrite, now: SidecarNow, put_back: PutBack) -> tuple[UndoStep, PlannedWrite | None]:
    try:
        edited = put_back(now.data, write)
    except NotPutBackError as error:
        return _refused(write, error.reason)
    except XmpError as error:
        return _refused(write, error.message)
    if edited.data == now.data:
        return UndoStep(write, UndoKind.NOTHING), None
    return UndoStep(write, UndoKind.MERGE), _planned(write, now, edited.data, edited.splices, None)


def _without_skeleton(step: UndoStep, plan: PlannedWrite | None) -> tuple[UndoStep, PlannedWrite | None]:
    """Of a file that we made no empty one is left, in whatever order its runs are taken back."""
    if plan is not None and plan.after is not None and is_nothing_left(plan.after):
        plan = replace(plan, after=None, splices=(), restores_mtime_ns=None)
    return replace(step, goes_away=plan is not None and plan.after is None), plan


def _planned(
    write: JournalWrite,
    now: SidecarNow | None,
    after: bytes | None,
    splices: Sequence[Splice],
    restores_mtime_ns: int | None,
) -> PlannedWrite:
    """The undo as a write like any other, so that it can be undone too."""
    return PlannedWrite(
        write.path,
        write.photo,
        None if now is None else now.data,
        after,
        splices,
        marks_before=write.marks_after,
        marks_after=write.marks_before,
        changed=write.changed,
        mode=write.mode if now is None else now.mode,
        mtime_ns=None if now is None else now.mtime_ns,
        restores_mtime_ns=restores_mtime_ns,
        takes_back=write.id,
        place=write.place,
        asset_id=write.asset_id,
    )


def _refused(write: JournalWrite, reason: str) -> tuple[UndoStep, None]:
    return UndoStep(write, UndoKind.REFUSE, reason), None
