"""What `cull --apply` did or would do: what went where, what was left alone and why, and how to take it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.text import Text

from assist_cli.render.counted import counted
from assist_cli.render.plain_text import printable
from assist_cli.render.sidecar_trouble import some_named, trouble_line
from assist_cli.workflows.cull.apply_marked import Applied, ApplyRequest
from assist_cli.workflows.cull.apply_plan import Left
from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.listed import Listed

NONE_CHOSEN = {
    Listed.PICKS: "no photo here is picked",
    Listed.REJECTS: "no photo here is rejected",
    Listed.UNDECIDED: "every photo here is decided on",
}
DONE = {By.LINK: "linked in", By.MOVE: "moved to"}


def planned_lines(applied: Applied) -> Iterator[str]:
    """`/photos/IMG_0412.NEF -> /photos/picks/IMG_0412.NEF`, one file a line."""
    for photo in applied.photos:
        for move in photo.files:
            yield f"{printable(move.known_source or move.source)} -> {printable(move.known_target or move.target)}"


def trouble_lines(applied: Applied) -> Iterator[Text]:
    """What was left alone, one photo a line under each reason."""
    by_reason: dict[tuple[str, str], list[Path]] = {}
    for left in applied.left:
        by_reason.setdefault((left.message, left.hint), []).append(left.path)
    for (message, hint), paths in by_reason.items():
        if len(paths) == 1:
            yield trouble_line(paths[0], f"left alone: {message}", hint)
        else:
            yield trouble_line(Path(some_named(paths)), f"left alone: {message}", hint)
    yield from (_doubled(left) for left in applied.doubled)
    for photo in applied.photos:
        for sidecar in photo.staying:
            yield trouble_line(sidecar, f"stays: it may be another photo's as well as that of {photo.photo.path.name}")


def summary_lines(applied: Applied, request: ApplyRequest, *, dry_run: bool) -> Iterator[Text]:
    """What went where, folder by folder where it is more than one, and the command that takes it back."""
    if not applied.chosen:
        yield Text(f"nothing to do: {NONE_CHOSEN[request.which]}")
        return
    would = "would be " if dry_run else ""
    photos, files = counted(len(applied.photos), "photo"), counted(applied.files, "file")
    line = Text(f"{photos} ({files}) {would}{DONE[request.by]} {printable(request.to)}")
    if applied.already:
        line.append(f"; {applied.already:,} linked there already")
    if applied.left:
        line.append(f"; {len(applied.left):,} left alone")
    yield line
    yield from _folders(applied)
    if applied.run is not None and applied.photos:
        yield Text(f"to take it back: assist undo --run {applied.run.name}")


def _folders(applied: Applied) -> Iterator[Text]:
    counts: dict[tuple[Path, Path], int] = {}
    for photo in applied.photos:
        first = photo.files[0]
        places = first.source.parent, first.target.parent
        counts[places] = counts.get(places, 0) + 1
    for (source, target), count in counts.items() if len(counts) > 1 else ():
        yield Text(f"  {count:>5,}  {printable(source)} -> {printable(target)}", style="dim")


def _doubled(left: Left) -> Text:
    return trouble_line(
        left.path, f"is at both places now, for the original could not be taken away: {left.message}", left.hint
    )
