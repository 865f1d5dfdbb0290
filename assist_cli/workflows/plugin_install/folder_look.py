"""What lies in a plug-in's folder now."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.workflows.plugin_install.manifest import NAME, digest

LINK = "link"
"""Stands for the digest of a symbolic link: never one of our files."""


def look_into(folder: Path) -> dict[str, str]:
    """SHA-256 of every file by its name, our note excepted; empty where there is no folder. Raises `AssistError`, `OSError`."""
    return dict(_seen(folder)) if check_own_folder(folder) else {}


def check_own_folder(folder: Path) -> bool:
    """Whether it is there. Raises `AssistError` where a link or a file has its name, or one above it is a file."""
    if folder.is_symlink():
        raise AssistError(
            f"{folder} is a link to {folder.readlink()}, and is left as it is", "remove the link, then run this again"
        )
    for part in (folder, *folder.parents):
        if os.path.lexists(part):
            if not part.is_dir():
                raise AssistError(
                    f"{part} is a file, and a folder has to be there", "move it away, then run this again"
                )
            return part == folder
    return False


def _seen(folder: Path) -> Iterator[tuple[str, str]]:
    def fail(error: OSError) -> None:
        raise error

    for place, folders, files in os.walk(folder, onerror=fail):
        for name in sorted([*files, *(one for one in folders if Path(place, one).is_symlink())]):
            path = Path(place, name)
            relative = path.relative_to(folder).as_posix()
            if relative == NAME:
                continue
            if path.is_symlink():
                yield relative, LINK
            elif path.is_file():
                yield relative, digest(path.read_bytes())
            else:
                raise AssistError(f"{path} is neither a file nor a folder", "move it away, then run this again")
