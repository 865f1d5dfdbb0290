"""One photo as a cull sees it: its files, what is known of it, what we advise, and what a person said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.photo.marks import NO_MARKS, Flag, Marks

if TYPE_CHECKING:
    # What judges photos takes longer to import than the first one to be shown.
    from assist_cli.workflows.photo_outcome import ScoredPhoto
    from index.photo.errors import UnreadablePhoto
    from index.photo.record import ExifFacts
    from scoring.groups.group import GroupKind
    from scoring.ranking.picks.choice import Decision


@dataclass(frozen=True, slots=True)
class PhotoAdvice:
    """What we advise of one photo. From an earlier day only `decision`, `kind`, `rank` and `reasons` are known."""

    decision: Decision
    kind: GroupKind | None
    """What its group is; None: the only frame of its moment."""
    rank: int | None
    """Within its group, 1 = best; frames that tie share it."""
    reasons: tuple[str, ...]
    group_id: str | None = None
    better: Path | None = None
    """The frame that its reasons compare it with."""
    tied_with: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class CullPhoto:
    """RAW and JPEG of one frame are one of these. None: not known yet."""

    path: Path
    """Absolute. Names the photo through the whole session."""
    companions: tuple[Path, ...] = ()
    asset_id: str | None = None
    exif: ExifFacts | None = None
    size_px: tuple[int, int] | None = None
    """(width, height) of the upright picture."""
    scored: ScoredPhoto | None = None
    advice: PhotoAdvice | None = None
    marks: Marks = NO_MARKS
    """A person's."""
    trouble: UnreadablePhoto | None = None
    """Why none of its files can be read."""

    @property
    def files(self) -> tuple[Path, ...]:
        """All files, `path` first."""
        return (self.path, *self.companions)

    @property
    def picture(self) -> Path:
        """The file to show: the one that was judged, which is a companion where `path` cannot be read."""
        return self.path if self.scored is None else self.scored.path

    @property
    def is_unrated(self) -> bool:
        """Whether it has neither stars nor a flag."""
        return not self.marks.rating and not self.is_pick and not self.is_reject

    @property
    def is_pick(self) -> bool:
        """Whether a person picked it."""
        return self.marks.flag is Flag.PICK

    @property
    def is_reject(self) -> bool:
        """Whether a person rejected it."""
        return self.marks.flag is Flag.REJECT


def is_one_set(one: CullPhoto, other: CullPhoto) -> bool:
    """Whether both are one photo, or frames of one moment."""
    groups = [photo.advice.group_id if photo.advice else None for photo in (one, other)]
    return one.path == other.path or (groups[0] is not None and groups[0] == groups[1])
