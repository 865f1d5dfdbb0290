"""How a file looks: enough to tell that it is still the one that was seen."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from index.photo.file_bytes import kind_of_file
from index.photo.safe_file.errors import FileChangedError, FileRefusedError, FileTrouble, told
from index.photo.safe_file.folder import open_folder


@dataclass(frozen=True, slots=True)
class FileLook:
    """Size and modification time; renaming and moving a file leave both alone."""

    size_bytes: int
    mtime_ns: int


def look_of(path: Path) -> FileLook | None:
    """The regular file at `path`, or nothing where its folder holds no such name.

    Raises `FileRefusedError`: a link, no file, a folder that is not there (FOLDER_GONE) or that may not be looked into.
    """
    with told(path), open_folder(path.parent) as folder:
        return look_in(folder, path)


def look_in(folder: int, path: Path) -> FileLook | None:
    """As `look_of`, in the open folder of `path`; raises `OSError` too."""
    try:
        facts = os.stat(path.name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(facts.st_mode):
        raise FileRefusedError(path, FileTrouble.LINK, "it is a symbolic link")
    if not stat.S_ISREG(facts.st_mode):
        raise FileRefusedError(path, FileTrouble.NOT_A_FILE, f"it is {kind_of_file(facts.st_mode)}, not a file")
    return FileLook(facts.st_size, facts.st_mtime_ns)


def still(folder: int, path: Path, look: FileLook) -> None:
    """Raises `FileChangedError` where the file is not what was seen any more; `OSError` too."""
    now = look_in(folder, path)
    if now is None:
        raise FileChangedError(path, FileTrouble.GONE, "it is gone since it was looked at")
    if now != look:
        raise FileChangedError(path, FileTrouble.CHANGED, "it was changed since it was looked at")


def appeared(path: Path) -> FileChangedError:
    """What is said where a name is taken that was free."""
    return FileChangedError(path, FileTrouble.APPEARED, "a file of this name has come meanwhile")
