"""What the table calls each photo: its file name under a heading for its folder, or its path where folders mix."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from assist_cli.render.plain_text import printable


def by_folder(paths: Sequence[Path]) -> bool:
    """Whether photos of one folder stand together and there are several folders, so that headings make sense."""
    runs = [folder for folder, _ in groupby(map(_folder, paths))]
    return 1 < len(runs) == len(set(runs))


def names_of(paths: Sequence[Path]) -> list[str]:
    """File names where headings or a single folder make them clear, else paths below the folder that all share."""
    return [printable(path.name) for path in paths] if by_folder(paths) else below_shared(paths)


def below_shared(paths: Sequence[Path]) -> list[str]:
    """Paths below the folder that all share: of photos of one folder their file names."""
    shared = str(shared_folder(paths)) if paths else ""
    below = len(shared) if shared.endswith(os.sep) else len(shared) + len(os.sep)
    return [printable(str(path)[below:]) for path in paths]


def folder_heading(folder: Path, shared: Path) -> str:
    """The folder as seen from the one that all photos share."""
    return printable(os.path.relpath(folder, shared) if folder != shared else folder.name) + os.sep


def shared_folder(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all photos."""
    return Path(os.path.commonpath(set(map(_folder, paths))))


def _folder(path: Path) -> str:
    return os.path.dirname(path)  # noqa: PTH120 - a Path for each of a hundred thousand is slow
