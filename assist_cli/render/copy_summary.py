"""Writes cropped copies as they come, and says after a run what was written and what was left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.text import Text

from assist_cli.render.new_file import write_new
from assist_cli.render.plain_text import printable
from assist_cli.workflows.apply_crops import Applied, CopyToWrite, RefusedCopy
from index.photo.errors import UnreadablePhoto

AMONG_PHOTOS = "The copies lie among the photos, where other commands (assist score) will see them as photos, too."


class CopySummary:
    """Counts what becomes of a run's photos; `among_photos`: whether later runs will find the copies in `folder`."""

    def __init__(self, folder: Path, *, among_photos: bool = False) -> None:
        self.folder = folder
        self._among_photos = among_photos
        self.failures: list[UnreadablePhoto] = []
        self._refused: dict[str, list[Path]] = {}
        self._counts = Counter(written=0, already=0, kept=0)

    def write(self, copies: Iterable[Applied]) -> Iterator[Path]:
        """Write one photo's copies; yields the path of each that is new. Raises `OSError` where the folder cannot be written."""
        number = 0
        for number, copy in enumerate(copies, 1):  # noqa: B007 - counted
            if isinstance(copy, CopyToWrite):
                path, is_new = write_new(self.folder / copy.name, copy.data)
                self._counts["written" if is_new else "already"] += 1
                if is_new:
                    yield path
            elif isinstance(copy, RefusedCopy):
                self._refused.setdefault(copy.reason, []).append(copy.photo)
            else:
                self.failures.append(copy)
        self._counts["kept"] += number == 0

    def lines(self, *, quiet: bool) -> Iterator[Text]:
        """What was refused and why, then unless `quiet` the counts in one line."""
        for reason, photos in self._refused.items():
            yield Text(f"{_photos(len(photos))} not copied: {reason}", style="yellow")
            for photo in photos:
                yield Text(f"    {printable(photo)}", style="dim")
        if not quiet:
            yield Text(self._told(), style="dim")
            if self._among_photos and self._counts["written"]:
                yield Text(AMONG_PHOTOS, style="dim")

    def _told(self) -> str:
        written, already, kept = (self._counts[name] for name in ("written", "already", "kept"))
        parts = [f"{written} {'copy' if written == 1 else 'copies'} written"]
        if already:
            parts.append(f"{already} already there from an earlier run")
        if kept:
            parts.append(f"{_photos(kept)} kept as {'it is' if kept == 1 else 'they are'}")
        return ", ".join(parts)


def _photos(count: int) -> str:
    return f"{count} photo" if count == 1 else f"{count} photos"
