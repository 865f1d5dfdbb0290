"""Of the paths in a request, those that may be photos; the others are answered at once, with what is wrong."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

from assist_cli.workflows.file_stamps import is_absent, missing_folder
from assist_cli.workflows.own_overlays import is_own_overlay
from index.photo.errors import FailureKind
from index.photo.file_bytes import NOT_THERE
from index.photo.formats import SIDECAR_EXTENSIONS, extension
from plugins.protocol import PlugError


def real_name(path: str) -> Path:
    """The same path without `.` and `..`, links kept."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def trouble_at(path: Path) -> PlugError | None:
    """Why nothing can be a photo here; None where reading it will tell."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        return _missing(path) if error.errno in NOT_THERE else None
    if is_folder:
        return PlugError(FailureKind.NOT_A_FILE, "this is a folder", "select its photos")
    if extension(path) in SIDECAR_EXTENSIONS:
        return PlugError(FailureKind.NOT_A_PHOTO, "this is a sidecar", "select the photo that it belongs to")
    if is_own_overlay(path):
        return PlugError(FailureKind.NOT_A_PHOTO, "this is a drawing of photo-assist", "select the photo that it shows")
    return None


def _missing(path: Path) -> PlugError:
    folder = missing_folder(path)
    if not is_absent(folder):
        return PlugError(
            FailureKind.MISSING,
            "there is no such file any more",
            "it was moved, renamed or deleted",
        )
    return PlugError(
        FailureKind.MISSING,
        f"the folder {folder} is not there",
        "plug in its disk, then try again",
    )


def sorted_out(paths: Sequence[str]) -> tuple[dict[Path, str], dict[Path, PlugError]]:
    """The absolute paths that may be photos with the name that each was asked by, and what is wrong with the others."""
    names: dict[Path, str] = {}
    troubles: dict[Path, PlugError] = {}
    for path in paths:
        real = real_name(path)
        if real in names or real in troubles:
            continue
        if trouble := trouble_at(real):
            troubles[real] = trouble
        else:
            names[real] = path
    return names, troubles
