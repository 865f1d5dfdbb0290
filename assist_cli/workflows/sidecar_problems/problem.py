"""One thing that is wrong, and the one command that mends it, where one does."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.photo.sidecar_place import Style

COPIED_TAGS = "-XMP:Rating -XMP:Label -XMP:Subject -XMP:HierarchicalSubject"
"""exiftool cannot write `xmpDM:pick` (research/editors.md 1.9)."""
CHANGES_PHOTO = (
    "this writes into the photo itself, which photo-assist never does; exiftool keeps the old file as {name}_original"
)


CHOOSE = "or --prefer here, darktable, adobe or inside, for the word that counts; "
AFTERWARDS = "then, so that all editors show the same: "


class ProblemKind(StrEnum):
    """What is wrong."""

    SHOWN_DIFFERENTLY = "shown_differently"
    """Editors would show different marks of one photo."""
    ONLY_BESIDE = "only_beside"
    """Marks stand beside a photo, of which Lightroom reads only what is inside."""
    CHANGED_SINCE = "changed_since"
    """Somebody changed marks that we wrote."""
    PAIR_DIFFERS = "pair_differs"
    """The RAW and the JPEG of one picture are marked differently."""
    SHARED_SIDECAR = "shared_sidecar"
    """Several files claim one `IMG.xmp`."""
    NUMBERED_NAME = "numbered_name"
    """A photo's sidecar that darktable takes for a duplicate of another photo."""
    PHOTO_GONE = "photo_gone"
    """A sidecar is there and its photo is not."""
    DAMAGED = "damaged"
    """A sidecar holds no XMP that can be understood."""
    UNREADABLE = "unreadable"
    """A sidecar or folder cannot be opened."""
    LINK = "link"
    """A sidecar is a link that is not followed."""
    SPELLING = "spelling"
    """Names that differ in letter case only, or from what an editor looks for."""
    LEFTOVER = "leftover"
    """What a write that was killed left behind."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding."""

    kind: ProblemKind
    path: Path
    """The photo or the sidecar that it is about."""
    message: str
    """One plain sentence, without a full stop."""
    command: str | None = None
    """What mends it, ready to be run; None: nothing of ours does, see `hint`."""
    hint: str = ""
    """What else to know or to do."""
    folder_command: str | None = None
    """What mends all findings of this kind in the folder at once."""
    folder_hint: str = ""
    """What else to know then."""

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.path.parent


@dataclass(frozen=True, slots=True)
class Remedy:
    """A command, what else to know of it, and the same for a whole folder."""

    command: str
    hint: str
    folder_command: str
    folder_hint: str


def writing(path: Path, style: Style = Style.BOTH, hint: str = "") -> Remedy:
    """Writes our marks, and brings along those that were read."""
    return Remedy(_write(path, style), hint, _write(path.parent, style), hint)


def reading(path: Path, *, contradict: bool = False) -> Remedy:
    """Takes people's marks into the catalogue, where they win over ours; written afterwards, they stand everywhere.

    `contradict`: people said different things in different places, and somebody has to choose.
    """
    chosen, hint = (" --prefer newest", CHOOSE) if contradict else ("", "")
    told = [
        (f"assist sidecars read {_quoted(place)}{chosen}", f"{hint}{AFTERWARDS}{_write(place)}")
        for place in (path, path.parent)
    ]
    return Remedy(*told[0], *told[1])


def copying_inside(sidecar: Path, photo: Path) -> Remedy:
    """exiftool copies what a `IMG.jpg.xmp` says into the photo; of a folder, into those of that ending."""
    ending = photo.suffix.lstrip(".")
    return Remedy(
        f"exiftool -TagsFromFile {_quoted(sidecar)} {COPIED_TAGS} {_quoted(photo)}",
        CHANGES_PHOTO.format(name=photo.name),
        f"exiftool -TagsFromFile %d%f.%e.xmp {COPIED_TAGS} -ext {ending} {_quoted(photo.parent)}",
        CHANGES_PHOTO.format(name="NAME." + ending),
    )


def mended(kind: ProblemKind, path: Path, message: str, remedy: Remedy) -> Problem:
    """A finding that a command mends."""
    return Problem(kind, path, message, remedy.command, remedy.hint, remedy.folder_command, remedy.folder_hint)


def _write(path: Path, style: Style = Style.BOTH) -> str:
    return f"assist sidecars write {_quoted(path)} --style {style}"


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
