"""Writes a shoot's groups, and what is advised of them, as a contact sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from assist_cli.console import data_stream, talk
from assist_cli.render.exif_text import moment_text
from assist_cli.render.group_table import counts as group_counts
from assist_cli.render.natural_order import natural_key
from assist_cli.render.pick_table import counts as pick_counts
from assist_cli.render.plain_text import printable
from assist_cli.render.sheet_contents import SheetFrame, SheetGroup
from assist_cli.render.sheet_page import sheet_html
from assist_cli.render.table_names import shared_folder
from assist_cli.workflows.bounded_map import bounded_map
from assist_cli.workflows.grouped_shoot import GroupedShoot, PickedShoot
from assist_cli.workflows.sheet_pictures import sheet_picture
from assist_cli.workflows.worker_counts import default_workers
from scoring.ranking.picks.choice import Choice

ToFrame = Callable[[Path, int, bytes | None], SheetFrame]
"""The folder that all photos share, a photo's place and its small picture -> what the sheet shows of it."""


def write_sheet(file: Path, shoot: GroupedShoot, *, quiet: bool) -> None:
    """Groups alone. The file appears, or changes, once it is whole."""
    _write(file, shoot, partial(_frame, shoot, None), group_counts(shoot), quiet=quiet)


def write_pick_sheet(file: Path, picked: PickedShoot, *, quiet: bool) -> None:
    """Groups with ranks, advice and reasons."""
    _write(file, picked.grouped, partial(_frame, picked.grouped, picked.choices), pick_counts(picked), quiet=quiet)


def _write(file: Path, shoot: GroupedShoot, to_frame: ToFrame, summary: str, *, quiet: bool) -> None:
    order = [*(member for group in shoot.groups for member in group.members), *_singles(shoot)]
    paths = [shoot.photos[place].path for place in order]
    shared = shared_folder(paths) if paths else Path()
    title = printable(shared.name) if paths else file.stem
    with closing(bounded_map(sheet_picture, paths, default_workers())) as pictures, data_stream(file) as page:
        frames = (to_frame(shared, place, picture) for place, picture in zip(order, pictures, strict=True))
        for piece in sheet_html(title, _groups(shoot, frames), frames, summary):
            page.write(piece)
    if not quiet:
        talk().print(f"{file} written", style="dim", markup=False)


def _groups(shoot: GroupedShoot, frames: Iterator[SheetFrame]) -> Iterator[SheetGroup]:
    for group in shoot.groups:
        yield SheetGroup(group.kind, group.reason, tuple(next(frames) for _ in group.members))


def _singles(shoot: GroupedShoot) -> list[int]:
    return sorted(shoot.ungrouped, key=lambda place: natural_key(str(shoot.photos[place].path)))


def _frame(
    shoot: GroupedShoot, choices: Sequence[Choice] | None, shared: Path, place: int, picture: bytes | None
) -> SheetFrame:
    photo = shoot.photos[place]
    folder = photo.path.parent.relative_to(shared)
    moment = photo.exif.capture_time
    choice = choices[place] if choices else None
    better = None if choice is None or choice.better is None else shoot.photos[choice.better].path.name
    return SheetFrame(
        photo.path.name,
        "" if folder == Path() else str(folder),
        picture,
        photo.size_px,
        moment_text(moment) if moment else None,
        choice.rank if choice else None,
        choice.decision.value if choice else None,
        choice.reasons if choice else (),
        bool(choice and choice.tied_with),
        better,
    )
