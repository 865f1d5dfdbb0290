"""What `sidecars read` found: as lines, and as JSON (`assist.marks/1`, one object a photo)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.counted import counted
from assist_cli.render.mark_words import NAMES, value_text
from assist_cli.render.plain_text import printable
from assist_cli.render.sidecar_trouble import unreadable_line
from assist_cli.workflows.collect_marks import Collected, Said
from assist_cli.workflows.read_photos import ReadPhoto
from assist_cli.workflows.read_sidecars import ReadShoot
from index.photo.marks import NO_MARKS, Mark
from index.photo.marks_json import marks_to_json
from index.photo.merge_marks import Value, value_of, with_value

SCHEMA = "assist.marks/1"
SETTLE = "make them agree in an editor, or say whose word counts: --prefer here, darktable, adobe, inside or newest"


def read_lines(read: ReadShoot, glyphs: Glyphs) -> Iterator[Text]:
    """Photo by photo what is new and what disagrees."""
    for photo in read.photos:
        collected = photo.collected
        if collected.news:
            line = Text(f"{printable(photo.photo.name)}: ", style="bold")
            line.append(_news(collected, glyphs), style="not bold")
            yield line.append(f"  ({_sources(collected)})", style="not bold dim")
        for mark, said in collected.conflicts.items():
            yield _conflict(photo, mark, said, glyphs)


def trouble_lines(read: ReadShoot) -> Iterator[Text]:
    """The sidecars that cannot be read."""
    return (unreadable_line(one) for photo in read.photos for one in photo.unreadable)


def summary_lines(read: ReadShoot, *, dry_run: bool) -> Iterator[Text]:
    """The counts, and what to do next."""
    news = sum(bool(photo.collected.news) for photo in read.photos)
    conflicts = sum(bool(photo.collected.conflicts) for photo in read.photos)
    verb = "would be taken in" if dry_run else "taken in"
    yield Text(f"marks of {counted(news, 'photo')} {verb}, of {len(read.photos):,} looked at", style="bold")
    if conflicts:
        yield Text(f"{counted(conflicts, 'photo')} with marks that disagree, left alone: {SETTLE}", style="yellow")
    if read.unscored:
        left_out = counted(read.unscored, "photo")
        yield Text(f"{left_out} left out, not scored yet: assist score PATH does it", style="dim")


def marks_json(photo: ReadPhoto) -> dict[str, Any]:
    """One photo: what people say of it, what of that is new, and where places disagree. Conflicts have marks by file, as
    `marks` has them; nothing where a person took the mark away.
    """
    collected = photo.collected
    return {
        "schema": SCHEMA,
        "path": str(photo.photo),
        "marks": marks_to_json(collected.word.marks),
        "cleared": sorted(collected.word.cleared),
        "news": {mark.value: [str(path) for path in paths] for mark, paths in collected.news.items()},
        "conflicts": {
            mark.value: {str(one.path): _value_json(mark, one.value) for one in said}
            for mark, said in collected.conflicts.items()
        },
        "unreadable": {str(one.path): one.message for one in photo.unreadable},
    }


def _news(collected: Collected, glyphs: Glyphs) -> str:
    """`★★★☆☆ no label`."""
    told = (value_text(mark, value_of(collected.word.marks, mark), glyphs) for mark in Mark if mark in collected.news)
    return " ".join(told)


def _conflict(photo: ReadPhoto, mark: Mark, said: tuple[Said, ...], glyphs: Glyphs) -> Text:
    line = Text(f"{printable(photo.photo.name)}: ", style="bold yellow")
    where = [f"{value_text(mark, one.value, glyphs)} in {printable(one.path.name)}" for one in said]
    if photo.here.tells(mark):
        where.append(f"{value_text(mark, value_of(photo.here.marks, mark), glyphs)} in the catalogue")
    return line.append(f"{NAMES[mark]} in conflict, left alone: {', '.join(where)}", style="not bold")


def _value_json(mark: Mark, value: Value) -> object:
    return marks_to_json(with_value(NO_MARKS, mark, value)).get(mark.value)


def _sources(collected: Collected) -> str:
    return printable(", ".join(dict.fromkeys(path.name for paths in collected.news.values() for path in paths)))
