"""Where `--output` may not go: a photo, what belongs to a photo, the catalogue and the journal are never overwritten."""

from __future__ import annotations

import os
from pathlib import Path

from assist_cli.failures import BadRequestError
from index.journal.journal_path import journal_path
from index.photo.formats import SIDECAR_EXTENSIONS, Container, container_of, extension, is_photo

HEAD_BYTES = 16
"""As many as `container_of` asks for."""

SQLITE_COMPANIONS = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps of one database (https://www.sqlite.org/tempfiles.html)."""


def check_output(output: Path | None, catalog: Path) -> None:
    """Raises `BadRequestError` where writing to `output` would cost a photo, a sidecar or `catalog`.

    Names count even where no file is there yet, and links count as what they lead to.
    """
    if output is None:
        return
    reason = reason_against(output, Path(os.path.realpath(output)), catalog)
    if reason:
        raise BadRequestError(f"will not write to {output}: {reason}", "give --output another name, such as shoot.csv")


def reason_against(output: Path, target: Path, catalog: Path) -> str:
    """Why nothing is written to `output`, which leads to `target`; nothing where it may be."""
    if is_photo(output) or is_photo(target):
        return "that is a photo's name"
    if {extension(output), extension(target)} & SIDECAR_EXTENSIONS:
        return "that is the name of a photo's sidecar"
    if _is_database(target, catalog):
        return "that is the catalogue"
    if _is_database(target, journal_path(catalog)):
        return "that is the journal, which knows how to take back what was written"
    if _holds_picture(target):
        return "that file holds a picture"
    return ""


def _is_database(target: Path, database: Path) -> bool:
    # SQLite names its companions after the file that a link leads to.
    real = os.path.realpath(database)
    return any(_same_file(target, real + suffix) for suffix in SQLITE_COMPANIONS)


def _same_file(target: Path, path: str) -> bool:
    if os.fspath(target) == os.path.realpath(path):
        return True
    try:
        return target.samefile(path)  # hard links, and disks that do not tell a from A
    except OSError:  # one of them is not there
        return False


def _holds_picture(target: Path) -> bool:
    """Whether a photo hides behind another name; raises `OSError` where nobody may look."""
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return container_of(file.read(HEAD_BYTES)) is not Container.UNKNOWN
