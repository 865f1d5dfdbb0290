"""What a cull marked goes into sidecars, through the same door as `sidecars write --advice none`: merged, journalled, undoable."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.advised_photos import AdvisedPhoto, AdvisedShoot
from assist_cli.workflows.cull.save_request import SaveRequest
from assist_cli.workflows.cull.unsaved_marks import Unsaved
from assist_cli.workflows.culled_marks import CULLED
from assist_cli.workflows.plan_sidecars import PlannedPhoto
from assist_cli.workflows.write_sidecars import WriteRequest, WrittenShoot, write_shoot
from index.journal.entries import Run
from index.journal.open_run import OpenRun
from index.photo.marks import NO_MARKS, Marks
from index.photo.merge_marks import Merge, is_unset, value_of
from index.photo.persons_word import PersonsWord
from index.photo.record import ExifFacts, PhotoRecord


@dataclass(frozen=True)
class SavedMarks:
    """`saved`: for `CullSession.note_saved`; `conflicts`: another program marked the photo otherwise, and both were left alone."""

    written: WrittenShoot
    saved: Sequence[Unsaved]
    conflicts: Sequence[Unsaved]
    gone: Sequence[Unsaved]
    """Photos whose files are not there any more."""

    @property
    def undo(self) -> str:
        """The command that takes back all that the cull wrote."""
        return (
            "assist undo --last"
            if self.run is None or self.written.is_last_run
            else f"assist undo --run {self.run.name}"
        )

    @property
    def run(self) -> Run | None:
        """For the line that tells how to take it back; None where no file changed."""
        return self.written.run


def save_marks(
    request: SaveRequest,
    unsaved: Sequence[Unsaved],
    on_photo: Callable[[int], None] = lambda _done: None,
    session: OpenRun | None = None,
) -> SavedMarks:
    """Writes these marks beside their photos; what cannot be written is told in `written` and stops no other. Given the `session`
    of a cull, everything that it writes is one run.

    Takes what `CullSession.unsaved` told, so it may run in another thread than the session's. Raises `JournalError`.
    """
    there = [one for one in unsaved if not _is_gone(one)]
    shoot = AdvisedShoot(sorted(map(_advised, there), key=lambda one: _place(one.record.path)))
    wanted = WriteRequest(request.paths, request.catalog, request.style, frozenset(), request.command, remakes=True)
    written = write_shoot(wanted, shoot, on_photo, session) if there else WrittenShoot()
    planned = {photo.photo: photo for photo in written.photos}
    in_conflict = [one for one in there if _of(one, planned, _has_conflict)]
    saved = [one for one in there if one not in in_conflict and _of(one, planned, lambda it: _is_written(it, written))]
    return SavedMarks(written, saved, in_conflict, [one for one in unsaved if one not in there])


def _advised(one: Unsaved) -> AdvisedPhoto:
    photo = one.photo
    exif, size_px = (
        photo.exif or ExifFacts(),
        photo.size_px or (0, 0),
    )  # lies matter to crops alone, and none is written
    record = PhotoRecord(photo.path, photo.asset_id or "", size_px, exif, companions=photo.companions)
    people = Marks(rating=photo.marks.rating, flag=photo.marks.flag, labels=photo.marks.labels)
    cleared = frozenset(
        mark
        for mark in CULLED
        if value_of(people, mark) in (None, ())
        and (mark in one.cleared or not is_unset(mark, value_of(one.saved, mark)))
    )
    return AdvisedPhoto(record, NO_MARKS, PersonsWord(people, cleared))


def _is_gone(one: Unsaved) -> bool:
    """Where the whole folder is missing, writing will say so."""
    return one.photo.path.parent.is_dir() and not any(map(os.path.lexists, one.photo.files))


def _place(path: Path) -> tuple[str, str]:
    return str(path.parent), path.name


def _of(one: Unsaved, planned: dict[Path, PlannedPhoto], holds: Callable[[PlannedPhoto], bool]) -> bool:
    found = next((planned[file] for file in one.photo.files if file in planned), None)
    return found is not None and holds(found)


def _has_conflict(photo: PlannedPhoto) -> bool:
    return any(sidecar.with_outcome(Merge.CONFLICT) for sidecar in photo.sidecars)


def _is_written(photo: PlannedPhoto, written: WrittenShoot) -> bool:
    return not photo.unreadable and not any(sidecar.path in written.failed for sidecar in photo.sidecars)
