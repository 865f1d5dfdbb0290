"""What the table calls each photo: its file name under a heading for its folder, or its path where folders mix."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.render.plain_text import printable


@dataclass(frozen=True, slots=True)
class TableNames:
    """The first column of a table."""

    names: Sequence[str]
    """File names where headings or a single folder make them clear, else paths below the folder that all share."""
    headings: Mapping[int, str]
    """By the number of the row below it: the folder of that row and of those that follow; none without several folders."""


def table_names(paths: Sequence[Path]) -> TableNames:
    """Headings, if photos of one folder stand together and there are several folders; of a hundred thousand in a moment."""
    folders = _folders(paths)
    starts = [row for row in range(len(folders)) if row == 0 or folders[row] != folders[row - 1]]
    if not 1 < len(starts) == len({folders[row] for row in starts}):
        return TableNames(below_shared(paths), {})
    shared = _shared(folders)
    headings = {row: _heading(folders[row], shared) for row in starts}
    return TableNames([printable(path.name) for path in paths], headings)


def below_shared(paths: Sequence[Path]) -> list[str]:
    """Paths below the folder that all share: of photos of one folder their file names."""
    shared = str(shared_folder(paths)) if paths else ""
    below = len(shared) if shared.endswith(os.sep) else len(shared) + len(os.sep)
    return [printable(str(path)[below:]) for path in paths]


def shared_folder(paths: Sequence[Path]) -> Path:
    """The deepest folder that holds all photos."""
    return Path(_shared(_folders(paths)))


def _folders(paths: Sequence[Path]) -> list[str]:
    return [os.path.dirname(name) for name in map(str, paths)]  # noqa: PTH120 - a Path for each of a hundred thousand is slow


def _shared(folders: Sequence[str]) -> str:
    return os.path.commonpath(set(folders))


def _heading(folder: str, shared: str) -> str:
    """The folder as seen from the one that all photos share."""
    return printable(os.path.relpath(folder, shared) if folder != shared else Path(folder).name) + os.sep
