"""What `sidecars write` did as JSON, schema `assist.sidecar/1`: one object a sidecar, and one a photo that has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assist_cli.workflows.plan_sidecars import PlannedPhoto, PlannedSidecar
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.marks import Mark
from index.photo.marks_json import marks_to_json
from index.photo.merge_marks import Merge

SCHEMA = "assist.sidecar/1"


def sidecar_json(written: WrittenShoot, *, dry_run: bool) -> Iterator[dict[str, Any]]:
    """`status`: written, would_write, unchanged, failed, deleted (by a person, and not made again), unreadable or no_place;
    `theirs` and `conflicts` name marks.
    """
    run = None if written.run is None else written.run.name
    for photo in written.photos:
        for sidecar in photo.sidecars:
            yield _sidecar(photo, sidecar, written, run, dry_run=dry_run)
        for unreadable in photo.unreadable:
            reason = {"reason": unreadable.message, "hint": unreadable.hint}
            yield _head(photo, str(unreadable.path), None, "unreadable") | reason
        for missing in photo.no_place:
            yield _head(photo, None, missing.place.value, "no_place") | {"reason": missing.reason}


def _sidecar(
    photo: PlannedPhoto, sidecar: PlannedSidecar, written: WrittenShoot, run: str | None, *, dry_run: bool
) -> dict[str, Any]:
    error = written.failed.get(sidecar.path)
    status = _status(sidecar, failed=error is not None, dry_run=dry_run)
    place = sidecar.place
    return _head(photo, str(sidecar.path), place.place.place.value, status) | {
        "created": sidecar.edited is not None and place.now is None,
        "changed": _names(sidecar.written),
        "before": marks_to_json(sidecar.marks_before),
        "after": marks_to_json(sidecar.marks_after),
        "theirs": _names(sidecar.with_outcome(Merge.THEIRS)),
        "conflicts": _names(sidecar.with_outcome(Merge.CONFLICT)),
        "refused": {mark.value: reason for mark, reason in sidecar.refused.items()},
        "reason": None if error is None else error.message,
        "hint": None if error is None else error.hint,
        "run": run if status == "written" else None,
        "diff": list(written.diffs.get(sidecar.path, ())) if dry_run else None,
    }


def _status(sidecar: PlannedSidecar, *, failed: bool, dry_run: bool) -> str:
    if not sidecar.written:
        return "deleted" if sidecar.is_deleted else "unchanged"
    if failed:
        return "failed"
    return "would_write" if dry_run else "written"


def _head(photo: PlannedPhoto, path: str | None, place: str | None, status: str) -> dict[str, Any]:
    return {"schema": SCHEMA, "photo": str(photo.photo), "path": path, "place": place, "status": status}


def _names(marks: frozenset[Mark]) -> list[str]:
    return [mark.value for mark in Mark if mark in marks]
