"""What goes into the journal and comes out of it when files are moved or linked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.journal.entries import WriteState
from index.photo.safe_file.file_look import FileLook


class Deed(StrEnum):
    """What is done with one name."""

    MOVE = "move"
    LINK = "link"
    UNLINK = "unlink"
    """A link of ours goes away; the photo that it led to stays."""
    MAKE_FOLDER = "make_folder"
    DROP_FOLDER = "drop_folder"
    """A folder that we made goes away, empty."""


REVERSE = {
    Deed.MOVE: Deed.MOVE,
    Deed.LINK: Deed.UNLINK,
    Deed.UNLINK: Deed.LINK,
    Deed.MAKE_FOLDER: Deed.DROP_FOLDER,
    Deed.DROP_FOLDER: Deed.MAKE_FOLDER,
}
"""By what each deed is taken back."""

FOLDERS = frozenset({Deed.MAKE_FOLDER, Deed.DROP_FOLDER})


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """One name that is about to be made, moved or taken away. Paths are absolute and without links on the way."""

    deed: Deed
    photo: Path
    """The file, before the run, by which the photo goes that this belongs to; of a folder the folder itself."""
    source: Path
    """From where it is moved, or what a link leads to."""
    target: Path
    """Where it is moved to; the link; the folder."""
    look: FileLook | None = None
    """Of a file that is moved: how it looked."""
    link: str = ""
    """What the link says."""
    known_source: Path | None = None
    """As the person named it, and so as the catalogue knows it; None: as `source`."""
    known_target: Path | None = None
    takes_back: int | None = None
    """The `JournalMove.id` that this undoes."""


@dataclass(frozen=True, slots=True)
class JournalMove:
    """A move as the journal keeps it."""

    id: int
    run: int
    plan: PlannedMove
    state: WriteState
    reason: str
    taken_back: bool


@dataclass(frozen=True, slots=True)
class MoveEnding:
    """What became of one move; `look`: how the file looks at its new place, where a disk rounds times."""

    move: int
    state: WriteState
    reason: str = ""
    look: FileLook | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """A file that went from one name to another, for who knows it by name."""

    move: int
    before: Path
    after: Path
    look_before: FileLook | None
    look_after: FileLook | None
