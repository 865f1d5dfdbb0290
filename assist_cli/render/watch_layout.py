"""Puts the parts of a watch's screen together for a size: what matters most has its row even on the smallest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rich.segment import Segment
from rich.text import Text

from assist_cli.render.allot_rows import Wish, allot
from assist_cli.render.watch_blocks import (
    FULL_PHOTO,
    JOINT,
    Drawn,
    count_rows,
    folder_rows,
    pace_rows,
    photo_rows,
    problem_rows,
    recent_rows,
)
from assist_cli.render.watch_picture import LastPicture, PictureRow

MOST_FOLDERS, MOST_PROBLEMS, WORDS_ALONE = 4, 4, 5
PICTURE_ROWS = (9, 16)
"""On a usual screen, and on a tall one, of which it takes a third; a choice."""
LEAST_WIDTH = 56
"""Cells from which on a picture leaves room for the words beside it; a choice."""
MARGIN = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the screen: cells of a picture, if there are any, and words behind them."""

    words: Text
    picture: PictureRow = ()

    @property
    def plain(self) -> str:
        """Without styles."""
        return "".join(cells.text for cells in self.picture) + self.words.plain


def screen_lines(on: Drawn, rows: int, picture: LastPicture) -> list[Line]:
    """At most so many lines, each at most as wide as `on`."""
    wishes = _wishes(on, rows, picture)
    given, gap = allot(rows, list(wishes.values()))
    share = dict(zip(wishes, given, strict=True))
    lines: list[Line] = []
    for name, part in _PARTS.items():
        if share[name]:
            drawn = _beside(on, share[name], picture) if name == "photo" else []
            drawn = drawn or [Line(words) for words in part(on, share[name])]
            lines += ([Line(Text())] * gap if lines and drawn else []) + drawn[: share[name]]
    return lines[:rows]


def _wishes(on: Drawn, rows: int, picture: LastPicture) -> dict[str, Wish]:
    """The most important part first."""
    facts = on.facts
    photo = Wish(1, 1)
    if facts.last is not None:
        tall = min(PICTURE_ROWS[1], max(PICTURE_ROWS[0], rows // 3))
        photo = Wish(1, tall if _has_picture(on, picture) else WORDS_ALONE, FULL_PHOTO)
    folders = Wish(min(1, len(facts.folders)), min(MOST_FOLDERS, len(facts.folders)))
    problems = Wish(min(1, len(facts.problems)), min(MOST_PROBLEMS, len(facts.problems)))
    first = {"folders": folders} if any(one.is_gone for one in facts.folders.values()) else {}
    rest = {"photo": photo, "problems": problems, "counts": Wish(1, 2), "pace": Wish(1, 1), "folders": folders}
    return first | rest | {"recent": Wish(0, max(0, len(facts.photos) - 1))}


def _has_picture(on: Drawn, picture: LastPicture) -> bool:
    return on.width >= LEAST_WIDTH and on.facts.last is not None and picture.shows(on.facts.last.path)


def _beside(on: Drawn, rows: int, picture: LastPicture) -> list[Line]:
    """The last photo's words at half the height of its picture; nothing where there is none."""
    if rows < FULL_PHOTO or on.facts.last is None or not _has_picture(on, picture):
        return []
    cells = picture.rows(on.facts.last.path, (on.width // 2, rows))
    columns = sum(part.cell_length for part in cells[0]) + len(JOINT)
    words = photo_rows(replace(on, width=on.width - columns), rows)
    blank = (Segment(" " * (columns - len(JOINT))),)
    above = max(0, (len(cells) - len(words)) // 2)
    lines = []
    for row in range(max(len(cells), len(words))):
        said = words[row - above] if above <= row < above + len(words) else Text()
        lines.append(Line(Text.assemble(JOINT, said), cells[row] if row < len(cells) else blank))
    return lines


_PARTS: dict[str, Callable[[Drawn, int], list[Text]]] = {
    "folders": folder_rows,
    "photo": photo_rows,
    "pace": pace_rows,
    "counts": count_rows,
    "recent": recent_rows,
    "problems": problem_rows,
}
"""From the top of the screen to its bottom."""
