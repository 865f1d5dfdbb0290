"""Sidecars as JSON, schema `assist.sidecars/1`: `kind` says whether an object is a photo, a folder or a problem."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from assist_cli.workflows.read_places import SidecarRead, Trouble
from assist_cli.workflows.sidecar_problems.problem import Problem
from assist_cli.workflows.sidecar_status import AssetStatus, FolderStatus, PhotoStatus
from index.photo.sidecar_place import Place
from plugins.editors.shown import Shown

SCHEMA = "assist.sidecars/1"


def status_json(status: FolderStatus) -> Iterator[dict[str, Any]]:
    """One object a photo file, then one for the folder."""
    for asset in status.assets:
        yield from (_photo(asset, photo) for photo in asset.photos)
    yield {
        "schema": SCHEMA,
        "kind": "folder",
        "path": str(status.folder),
        "photos": sum(len(asset.photos) for asset in status.assets),
        "shared": [
            {
                "path": str(claim.sidecar),
                "claimants": [str(path) for path in claim.claimants],
                "owner": str(claim.owner) if claim.owner else None,
            }
            for claim in status.claims
            if claim.is_shared
        ],
        "duplicates": [
            {"path": str(duplicate.sidecar), "photo": str(duplicate.photo)}
            for duplicate, _read in status.duplicates
            if duplicate.rival is None
        ],
        "orphans": [str(path) for path in status.orphans],
        "leftovers": [str(path) for path in status.part_files],
        "error": status.unread and {"kind": status.unread.kind.value, "message": status.unread.message},
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    """One finding; `command` mends it, `folder_command` all of its kind in the folder, where there is one."""
    return {
        "schema": SCHEMA,
        "kind": "problem",
        "problem": problem.kind.value,
        "path": str(problem.path),
        "message": problem.message,
        "command": problem.command,
        "folder_command": problem.folder_command,
        "hint": problem.hint,
        "folder_hint": problem.folder_hint,
    }


def _photo(asset: AssetStatus, photo: PhotoStatus) -> dict[str, Any]:
    inside = [read for read in photo.places if read.place is Place.EMBEDDED]
    return {
        "schema": SCHEMA,
        "kind": "photo",
        "path": str(photo.path),
        "asset": str(asset.asset.path),
        "sidecars": [_sidecar(read) for read in photo.places if read.place is not Place.EMBEDDED],
        "inside": _sidecar(inside[0]) if inside else None,
        "shown": {name: _shown(shown) for name, shown in photo.shown.items()},
    }


def _sidecar(read: SidecarRead) -> dict[str, Any]:
    marks = read.marks
    return {
        "path": str(read.path),
        "place": read.place.value,
        "written_by": read.writer.value if read.writer else None,
        "modified": _moment(read.modified_ns),
        "stars": marks.rating,
        "flag": marks.flag.value if marks.flag else None,
        "labels": list(marks.labels),
        "keywords": list(marks.keywords),
        "crop": has_crop(read),
        "error": _error(read.trouble),
    }


def has_crop(read: SidecarRead) -> bool:
    """Whether a crop is in force there, for the editor that reads it."""
    if read.profile is not None:
        return read.profile.has_crop
    return read.facts is not None and (read.facts.has_darktable_crop or read.facts.has_crs_crop)


def _shown(shown: Shown) -> dict[str, Any]:
    """null: the editor has no such mark, or it cannot be told; then a note says so."""
    return {
        "stars": shown.stars,
        "stars_by_default": shown.by_default,
        "rejected": shown.rejected,
        "picked": shown.picked,
        "labels": None if shown.labels is None else list(shown.labels),
        "crop": shown.crop,
        "from": [place.value for place in shown.places],
        "notes": list(shown.notes),
    }


def _error(trouble: Trouble | None) -> dict[str, Any] | None:
    return None if trouble is None else {"kind": trouble.kind.value, "message": trouble.message, "hint": trouble.hint}


def _moment(modified_ns: int) -> str | None:
    """ISO 8601 in UTC; of what is inside a photo nobody knows."""
    return datetime.fromtimestamp(modified_ns / 1e9, UTC).isoformat(timespec="seconds") if modified_ns else None
