"""What a person, or we, say of a photo beside its pixels: stars, a flag, a colour label, keywords, a crop."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum


class Flag(StrEnum):
    """A person's pick or reject. That somebody took a flag away is `UNFLAGGED`; that nobody set one is `None`."""

    PICK = "pick"
    REJECT = "reject"
    UNFLAGGED = "unflagged"


class ColorLabel(StrEnum):
    """The five labels that all editors share, by the English names that `xmp:Label` needs to be shown as a colour."""

    RED = "Red"
    YELLOW = "Yellow"
    GREEN = "Green"
    BLUE = "Blue"
    PURPLE = "Purple"


class Mark(StrEnum):
    """The name of one mark: a field of `Marks`."""

    RATING = "rating"
    FLAG = "flag"
    LABELS = "labels"
    KEYWORDS = "keywords"
    CROP = "crop"


@dataclass(frozen=True, slots=True)
class CropBox:
    """A crop: edges as shares (0..1) of the upright picture. Where that is to be turned clockwise by `turn_deg`, the box
    lies turned the other way about its own middle (docs/adr/0004-straightened-crops.md).
    """

    left: float
    top: float
    right: float
    bottom: float
    turn_deg: float = 0.0

    def agrees_with(self, other: CropBox, within: float = 0.002) -> bool:
        """Whether both say the same but for rounding; `within` is a share of a side (12 px of 6,000: as coarse as six digits
        and a turn allow) and, for the turn, so many times ten degrees.
        """
        edges = zip(self.edges, other.edges, strict=True)
        return all(abs(a - b) <= within for a, b in edges) and abs(self.turn_deg - other.turn_deg) <= within * 10

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.left, self.top, self.right, self.bottom


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one photo in one place. `None` or empty: nothing is said there."""

    rating: int | None = None
    """Stars, 0..5. A reject is a flag, though `xmp:Rating` -1 may say so; 0 says that somebody took the stars away or none were
    given: editors write it for both."""
    flag: Flag | None = None
    labels: tuple[str, ...] = ()
    """Colours by their English names (`ColorLabel`), and names that are none of ours ("Rot", "Select") as they stand there;
    more than one where darktable has several, or where two properties disagree."""
    keywords: tuple[str, ...] = ()
    """As `lr:hierarchicalSubject` has them, levels parted by `|`; those that stand only in `dc:subject` are one level."""
    crop: CropBox | None = None

    def said(self) -> frozenset[Mark]:
        """Which marks are set. No stars (0) and `UNFLAGGED` are not."""
        unset = {Mark.RATING: (None, 0), Mark.FLAG: (None, Flag.UNFLAGGED)}
        return frozenset(
            Mark(f.name) for f in fields(self) if getattr(self, f.name) not in unset.get(Mark(f.name), (None, ()))
        )


NO_MARKS = Marks()
