"""What `sidecars write` did, or would do: what is special photo by photo, the rest as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.text import Text

from assist_cli.render.bars import Glyphs
from assist_cli.render.counted import counted
from assist_cli.render.mark_words import mark_names, value_text
from assist_cli.render.plain_text import printable
from assist_cli.render.sidecar_trouble import some_named, trouble_line, unreadable_line
from assist_cli.workflows.advised_photos import AdvisedShoot
from assist_cli.workflows.plan_sidecars import PlannedPhoto, PlannedSidecar
from assist_cli.workflows.write_sidecars import WriteRequest, WrittenShoot
from index.photo.formats import extension
from index.photo.marks import Mark
from index.photo.merge_marks import Merge, value_of
from index.photo.sidecar import READ_INSIDE
from index.photo.sidecar_place import Place, Style
from scoring.ranking.advised_marks import Advice

DECIDED = frozenset({Advice.LABELS, Advice.FLAGS, Advice.KEYWORDS})
"""What follows from the decisions of `assist pick`."""


def conflict_lines(written: WrittenShoot, glyphs: Glyphs) -> Iterator[Text]:
    """Marks that people gave apart, here and in a sidecar."""
    for sidecar in _sidecars(written.photos):
        for mark in Mark:
            if mark in sidecar.with_outcome(Merge.CONFLICT):
                here = value_text(mark, sidecar.wishes.marks[mark].value, glyphs)
                there = value_text(mark, value_of(sidecar.marks_before, mark), glyphs)
                line = Text(f"{printable(sidecar.path)}: ", style="bold yellow")
                line.append(f"{mark_names([mark])} in conflict, left alone: ", style="not bold")
                yield line.append(f"{there} there, {here} in the catalogue", style="not bold")


def trouble_lines(written: WrittenShoot) -> Iterator[Text]:
    """Sidecars, or marks in them, that could not be written."""
    for photo in written.photos:
        yield from map(unreadable_line, photo.unreadable)
    for path, error in written.failed.items():
        yield trouble_line(path, error.message, error.hint)
    for sidecar in _sidecars(written.photos):
        for reason in sidecar.refused.values():
            yield trouble_line(sidecar.path, reason)


def summary_lines(
    written: WrittenShoot, shoot: AdvisedShoot, request: WriteRequest, *, dry_run: bool
) -> Iterator[Text]:
    """What was left alone and why, the counts, and how to take it all back."""
    yield from _left_alone(written.photos)
    yield from _without_adobe(written.photos) if request.style is Style.BOTH else ()
    yield from _no_place(written.photos, request.style)
    yield _counts(written, dry_run=dry_run)
    yield from _besides(shoot, request)
    if any(sidecar.with_outcome(Merge.CONFLICT) for sidecar in _sidecars(written.photos)):
        yield Text(
            "conflicts are settled by: assist sidecars read PATH --prefer (here, adobe, newest ...)", style="yellow"
        )
    if written.run is not None:
        yield Text(f"take it back with: assist undo --run {written.run.name}", style="dim")


def _left_alone(photos: Sequence[PlannedPhoto]) -> Iterator[Text]:
    """Photos of which a person's word stands in the way of ours, and sidecars that a person deleted."""
    kept = [photo.photo for photo in photos if photo.is_persons]
    if kept:
        yield Text(f"{counted(len(kept), 'photo')} left alone, because a person judged them: {some_named(kept)}")
    deleted = [sidecar.path for sidecar in _sidecars(photos) if sidecar.is_deleted]
    if deleted:
        yield Text(f"{counted(len(deleted), 'sidecar')} deleted since, and not made again: {some_named(deleted)}")
        yield Text("to have them again, take back the run that wrote them (assist journal), then write", style="dim")


def _without_adobe(photos: Sequence[PlannedPhoto]) -> Iterator[Text]:
    """Photos that have darktable's sidecar only, as all of their kind."""
    found = [missing.photo for photo in photos for missing in photo.no_place if missing.is_of_kind]
    read_inside = [photo for photo in found if extension(photo) in READ_INSIDE]
    if read_inside:
        why = "Lightroom reads the marks of JPEG, TIFF and DNG only from inside the file"
        yield Text(f"{counted(len(read_inside), 'photo')} with darktable's sidecar only: {why}", style="dim")
    others = len(found) - len(read_inside)
    if others:
        kinds = ", ".join(sorted({extension(photo)[1:].upper() for photo in found if photo not in read_inside}))
        why = f"Lightroom is not known to read sidecars of {kinds}"
        yield Text(f"{counted(others, 'photo')} with darktable's sidecar only: {why}", style="dim")


def _no_place(photos: Sequence[PlannedPhoto], style: Style) -> Iterator[Text]:
    """The reasons in full, but for what `_without_adobe` tells."""
    by_reason: dict[tuple[Place, str], list[Path]] = {}
    for missing in (missing for photo in photos for missing in photo.no_place):
        if not (missing.is_of_kind and style is Style.BOTH):
            by_reason.setdefault((missing.place, missing.reason), []).append(missing.photo)
    for (place, reason), found in by_reason.items():
        what = f"no sidecar of the {place.value} style for {counted(len(found), 'photo')}"
        yield Text(f"{what}: {printable(reason)} ({some_named(found)})", style="dim")


def _counts(written: WrittenShoot, *, dry_run: bool) -> Text:
    marks: Counter[Mark] = Counter()
    files = 0
    for sidecar in _sidecars(written.photos):
        if sidecar.written and sidecar.path not in written.failed:
            files += 1
            marks.update(sidecar.written)
    told = ", ".join(f"{mark_names([mark])} in {marks[mark]:,}" for mark in Mark if marks[mark])
    verb = "would change" if dry_run else "written"
    return Text(f"{counted(files, 'sidecar')} {verb}" + (f" ({told})" if told else ""), style="bold")


def _besides(shoot: AdvisedShoot, request: WriteRequest) -> Iterator[Text]:
    if shoot.unscored:
        left_out = counted(shoot.unscored, "photo")
        yield Text(f"{left_out} left out, not scored yet: assist score PATH does it", style="dim")
    if not request.wanted & DECIDED or not shoot.undecided:
        return
    if shoot.undecided == len(shoot.photos):
        yield Text("labels tell what assist pick decides, and it has not decided on these photos yet", style="dim")
    else:
        undecided = counted(shoot.undecided, "photo")
        yield Text(f"{undecided} without a decision of assist pick, so without a label", style="dim")


def _sidecars(photos: Iterable[PlannedPhoto]) -> Iterator[PlannedSidecar]:
    for photo in photos:
        yield from photo.sidecars
