"""One thing that is wrong, and the one command that mends it, where one does."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from index.photo.sidecar_place import Style


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

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self.path.parent


def write_command(path: Path, style: Style = Style.BOTH) -> str:
    """Writes our marks, and brings along those that were read."""
    return f"assist sidecars write {shlex.quote(str(path))} --style {style}"


def read_command(path: Path) -> str:
    """Takes people's marks into the catalogue; they win over ours."""
    return f"assist sidecars read {shlex.quote(str(path))}"


def then_write(path: Path) -> str:
    """What follows `read_command`."""
    return f"then, so that all editors show the same: {write_command(path)}"
