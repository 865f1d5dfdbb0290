"""What `sidecars read` found: as lines, and as JSON (`assist.marks/1`, one object a photo)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.mark_words import NAMES, marks_text
from assist_cli.render.plain_text import printable
from assist_cli.workflows.collect_marks import Collected, Said
from assist_cli.workflows.read_sidecars import ReadPhoto, ReadShoot
from index.photo.marks import Mark
from index.photo.marks_json import marks_to_json
from index.photo.merge_marks import Value

SCHEMA = "assist.marks/1"
SETTLE = "--prefer says whose word counts (here, darktable, adobe, inside, newest)"


def read_lines(read: ReadShoot, glyphs: Glyphs, *, dry_run: bool) -> Iterator[Text]:
    """Photo by photo what is new and what disagrees, the counts last."""
    news = conflicts = 0
    for photo in read.photos:
        collected = photo.collected
        news, conflicts = news + bool(collected.news), conflicts + bool(collected.conflicts)
        if collected.news:
            line = Text(f"{printable(photo.photo.name)}: ", style="bold")
            line.append(marks_text(collected.word.marks, glyphs), style="not bold")
            yield line.append(f"  ({printable(_sources(collected))})", style="not bold dim")
        for mark, said in collected.conflicts.items():
            yield _conflict(photo, mark, said)
        for unreadable in photo.unreadable:
            line = Text(f"{printable(unreadable.path)}: ", style="bold yellow")
            line.append(printable(unreadable.message), style="not bold")
            yield line.append(f" ({unreadable.hint})", style="dim")
    verb = "would be taken in" if dry_run else "taken in"
    yield Text(f"marks of {_photos(news)} {verb}; {_photos(len(read.photos))} looked at", style="bold")
    if conflicts:
        yield Text(
            f"{_photos(conflicts)} with marks that disagree, left alone: make them agree in an editor", style="yellow"
        )
    if read.unscored:
        yield Text(f"{_photos(read.unscored)} left out, not scored yet: assist score PATH does it", style="dim")


def marks_json(photo: ReadPhoto) -> dict[str, Any]:
    """One photo: what people say of it, what of that is new, and where places disagree."""
    collected = photo.collected
    return {
        "schema": SCHEMA,
        "path": str(photo.photo),
        "marks": marks_to_json(collected.word.marks),
        "news": {mark.value: [str(path) for path in paths] for mark, paths in collected.news.items()},
        "conflicts": {
            mark.value: {str(one.path): _value(one.value) for one in said} for mark, said in collected.conflicts.items()
        },
        "unreadable": {str(one.path): one.message for one in photo.unreadable},
    }


def _conflict(photo: ReadPhoto, mark: Mark, said: tuple[Said, ...]) -> Text:
    where = ", ".join(f"{_value(one.value) or 'nothing'} in {printable(one.path.name)}" for one in said)
    line = Text(f"{printable(photo.photo.name)}: ", style="bold yellow")
    return line.append(f"the {NAMES[mark]} disagree: {where}, or with what was said here since", style="not bold")


def _value(value: Value) -> object:
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if value is None or isinstance(value, int | str) else str(value)


def _sources(collected: Collected) -> str:
    return ", ".join(dict.fromkeys(path.name for paths in collected.news.values() for path in paths))


def _photos(count: int) -> str:
    return f"{count:,} photo" if count == 1 else f"{count:,} photos"
