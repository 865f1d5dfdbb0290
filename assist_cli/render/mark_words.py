"""Marks in a few words and signs. They come from files, so no letter of theirs may move the cursor."""

from __future__ import annotations

from collections.abc import Iterable

from assist_cli.render.bars import Glyphs
from assist_cli.render.plain_text import printable
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks
from index.photo.merge_marks import Value, is_unset, value_of, with_value
from scoring.ranking.stars import STARS

NAMES = {
    Mark.RATING: "stars",
    Mark.FLAG: "flag",
    Mark.LABELS: "label",
    Mark.KEYWORDS: "keywords",
    Mark.CROP: "crop",
}
FLAGS = {Flag.PICK: "pick", Flag.REJECT: "reject", Flag.UNFLAGGED: "no flag"}


def marks_text(marks: Marks, glyphs: Glyphs, only: Iterable[Mark] = Mark) -> str:
    """`★★★☆☆ Green reject`; what is not set, or not asked for, is left out."""
    wanted = set(only)
    told = [_told(mark, marks, glyphs) for mark in Mark if mark in wanted and not is_unset(mark, value_of(marks, mark))]
    return " ".join(told) or "nothing"


def value_text(mark: Mark, value: Value, glyphs: Glyphs) -> str:
    """One mark: `★★★☆☆`, `Green`, `no stars`."""
    return f"no {NAMES[mark]}" if is_unset(mark, value) else _told(mark, with_value(NO_MARKS, mark, value), glyphs)


def mark_names(marks: Iterable[Mark]) -> str:
    """`stars and label`."""
    wanted = set(marks)
    names = [NAMES[mark] for mark in Mark if mark in wanted]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _told(mark: Mark, marks: Marks, glyphs: Glyphs) -> str:
    if mark is Mark.RATING:
        count = marks.rating or 0
        return glyphs.star * count + glyphs.no_star * (STARS - count)
    if mark is Mark.FLAG and marks.flag is not None:
        return FLAGS[marks.flag]
    if mark is Mark.CROP and marks.crop is not None:
        return _crop(marks.crop)
    return printable(", ".join(marks.labels if mark is Mark.LABELS else marks.keywords))


def _crop(crop: CropBox) -> str:
    turned = f", turned by {crop.turn_deg:.1f} deg" if crop.turn_deg else ""
    width, height = crop.right - crop.left, crop.bottom - crop.top
    return f"crop to {width * 100:.0f} x {height * 100:.0f} %{turned}"
