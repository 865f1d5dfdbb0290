"""What `sidecars write` did, or would do: what is special photo by photo, the rest as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.mark_words import mark_names, marks_text
from assist_cli.render.plain_text import printable
from assist_cli.workflows.advised_photos import AdvisedShoot
from assist_cli.workflows.plan_sidecars import PlannedPhoto, PlannedSidecar
from assist_cli.workflows.write_sidecars import WrittenShoot
from index.photo.marks import Mark
from index.photo.merge_marks import Merge

MOST_NAMED = 8
"""Photos named under one reason before the rest is counted; a choice. JSON lines name all."""


def change_lines(written: WrittenShoot, shoot: AdvisedShoot, glyphs: Glyphs, *, dry_run: bool) -> Iterator[Text]:
    """Conflicts and trouble first, then what was left alone, the counts last."""
    yield from _conflicts(written.photos, glyphs)
    yield from _trouble(written)
    yield from _left_alone(written.photos)
    yield from _no_place(written.photos)
    yield _counts(written, dry_run=dry_run)
    yield from _besides(shoot)
    if written.run is not None:
        yield Text(f"take it back with: assist undo --run {written.run.name}", style="dim")


def _conflicts(photos: Sequence[PlannedPhoto], glyphs: Glyphs) -> Iterator[Text]:
    for sidecar in _sidecars(photos):
        if conflicting := sidecar.with_outcome(Merge.CONFLICT):
            ours = ", ".join(f"{value}" for value in (_wished(sidecar, mark) for mark in Mark if mark in conflicting))
            line = Text(f"{printable(sidecar.path)}: ", style="bold yellow")
            line.append(f"the {mark_names(conflicting)} changed here and there, both left alone", style="not bold")
            there = marks_text(sidecar.marks_before, glyphs, conflicting)
            yield line.append(f" (here {ours}, there {there})", style="dim")


def _wished(sidecar: PlannedSidecar, mark: Mark) -> str:
    wish = sidecar.wishes.marks.get(mark)
    value = None if wish is None else wish.value
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value if value is not None else "nothing")


def _trouble(written: WrittenShoot) -> Iterator[Text]:
    for photo in written.photos:
        for unreadable in photo.unreadable:
            yield _not_written(unreadable.path, unreadable.message, unreadable.hint)
    for path, error in written.failed.items():
        yield _not_written(path, error.message, error.hint)
    for sidecar in _sidecars(written.photos):
        for reason in sidecar.refused.values():
            yield _not_written(sidecar.path, reason, "")


def _not_written(path: Path, message: str, hint: str) -> Text:
    line = Text(f"{printable(path)}: ", style="bold yellow").append(printable(message), style="not bold")
    return line.append(f" ({hint})", style="dim") if hint else line


def _left_alone(photos: Sequence[PlannedPhoto]) -> Iterator[Text]:
    """Photos of which a person's word stands in the way of ours."""
    kept = [photo.photo for photo in photos if photo.is_persons]
    if kept:
        yield Text(f"{_photos(len(kept))} left alone, because a person judged them: {_named(kept)}")


def _no_place(photos: Sequence[PlannedPhoto]) -> Iterator[Text]:
    by_reason: dict[str, list[Path]] = {}
    for photo in photos:
        for missing in photo.no_place:
            by_reason.setdefault(missing.reason, []).append(missing.photo)
    for reason, found in by_reason.items():
        yield Text(f"no sidecar of the adobe style for {_photos(len(found))}: {reason} ({_named(found)})", style="dim")


def _counts(written: WrittenShoot, *, dry_run: bool) -> Text:
    marks: Counter[Mark] = Counter()
    files = 0
    for sidecar in _sidecars(written.photos):
        if sidecar.written and sidecar.path not in written.failed:
            files += 1
            marks.update(sidecar.written)
    told = ", ".join(f"{mark_names([mark])} in {marks[mark]}" for mark in Mark if marks[mark])
    verb = "would change" if dry_run else "written"
    names = f"{files:,} sidecar" if files == 1 else f"{files:,} sidecars"
    return Text(f"{names} {verb}" + (f" ({told})" if told else ""), style="bold")


def _besides(shoot: AdvisedShoot) -> Iterator[Text]:
    if shoot.unscored:
        yield Text(f"{_photos(shoot.unscored)} left out, not scored yet: assist score PATH does it", style="dim")
    if shoot.undecided == len(shoot.photos):
        yield Text("labels tell what assist pick decides, and it has not decided on these photos yet", style="dim")
    elif shoot.undecided:
        yield Text(f"{_photos(shoot.undecided)} without a decision of assist pick, so without a label", style="dim")


def _sidecars(photos: Iterable[PlannedPhoto]) -> Iterator[PlannedSidecar]:
    for photo in photos:
        yield from photo.sidecars


def _named(paths: Sequence[Path]) -> str:
    names = ", ".join(printable(path.name) for path in paths[:MOST_NAMED])
    more = len(paths) - MOST_NAMED
    return f"{names} and {more:,} more" if more > 0 else names


def _photos(count: int) -> str:
    return f"{count:,} photo" if count == 1 else f"{count:,} photos"
