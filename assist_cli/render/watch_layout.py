"""Puts the parts of a watch's screen together for a size: what matters most has its row even on the smallest."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text

from assist_cli.render.allot_rows import Wish, allot
from assist_cli.render.watch_blocks import (
    FULL_PHOTO,
    Drawn,
    count_rows,
    folder_rows,
    pace_rows,
    photo_rows,
    problem_rows,
    recent_rows,
)
from assist_cli.render.watch_picture import LastPicture

MOST_FOLDERS, MOST_PROBLEMS, WORDS_ALONE = 4, 4, 5
PICTURE_ROWS = (9, 16)
"""On a usual screen, and on a tall one, of which it takes a third; a choice."""
LEAST_WIDTH = 56
"""Cells from which on a picture leaves room for the words beside it; a choice."""
MARGIN = 1


def screen_lines(on: Drawn, rows: int, picture: LastPicture) -> list[Text]:
    """At most so many lines, each at most as wide as `on`."""
    facts = on.facts
    has_picture = on.width >= LEAST_WIDTH and facts.last is not None and bool(picture.rows(facts.last.path, (4, 2)))
    tall = min(PICTURE_ROWS[1], max(PICTURE_ROWS[0], rows // 3))
    photo = Wish(1, tall if has_picture else WORDS_ALONE, FULL_PHOTO) if facts.last else Wish(1, 1)
    gone = any(one.is_gone for one in facts.folders.values())
    folders = Wish(min(1, len(facts.folders)), min(MOST_FOLDERS, len(facts.folders)))
    problems = Wish(min(1, len(facts.problems)), min(MOST_PROBLEMS, len(facts.problems)))
    wishes: dict[str, Wish] = {"folders": folders} if gone else {}
    wishes |= {"photo": photo, "problems": problems, "counts": Wish(1, 2), "pace": Wish(1, 1), "folders": folders}
    wishes["recent"] = Wish(0, max(0, len(facts.photos) - 1))
    given, gap = allot(rows, list(wishes.values()))
    share = dict(zip(wishes, given, strict=True))
    draw: dict[str, Callable[[int], list[Text]]] = {
        "folders": lambda most: folder_rows(on, most),
        "photo": lambda most: photo_rows(on, most, _picture(on, most, picture)),
        "pace": lambda most: pace_rows(on, most),
        "counts": lambda most: count_rows(on, most),
        "recent": lambda most: recent_rows(on, most),
        "problems": lambda most: problem_rows(on, most),
    }
    lines: list[Text] = []
    for name, part in draw.items():
        drawn = part(share[name])[: share[name]] if share[name] else []
        lines += ([Text()] * gap if lines and drawn else []) + drawn
    return lines[:rows]


def _picture(on: Drawn, rows: int, picture: LastPicture) -> list[Text]:
    if rows < FULL_PHOTO or on.width < LEAST_WIDTH or on.facts.last is None:
        return []
    return picture.rows(on.facts.last.path, (on.width // 2, rows))
