"""`assist crop`: crops that a photographer might consider; no photo is changed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Paths, named_path

if TYPE_CHECKING:
    from assist_cli.workflows.crop_photos import CroppedPhoto

EXAMPLES = """\b
Examples:
  assist crop IMG_0412.JPG
  assist crop . --aspect 4:5 --aspect 1:1
  assist crop . --format jsonl | jq '.crops[0].box'   boxes in 0..1 of the upright picture (assist.crop/1)
  assist crop . --overlays crops                      a picture a photo: crops/IMG_0412.crop.png
\b
A photo that is surely tilted is cropped levelled: turn it clockwise by straighten_deg; each box is turned
the other way about its own middle, and lies wholly inside the photo.
"""


FREE = "free"


class CropFormat(StrEnum):
    """How crops are written."""

    TABLE = "table"
    JSONL = "jsonl"


Aspects = Annotated[
    list[str] | None,
    typer.Option(
        "--aspect",
        metavar="W:H",
        help="free, 1:1, 4:5, 3:2, 2:3, 16:9, 9:16 or 5:4; may be given again. By default free.",
    ),
]
FormatChoice = Annotated[CropFormat, typer.Option("--format", help="A table for people, or JSON lines.")]
Overlays = Annotated[
    Path | None,
    typer.Option("--overlays", metavar="DIR", help="Write a picture of each photo's crops here.", parser=named_path),
]


def crop(
    ctx: typer.Context,
    paths: Paths,
    aspect: Aspects = None,
    format: FormatChoice = CropFormat.TABLE,  # noqa: A002 - the option's name
    overlays: Overlays = None,
) -> None:
    """Suggest crops: up to three of each shape, levelled where the photo is tilted, or to keep the frame. No photo is changed."""
    from contextlib import closing

    from assist_cli.console import data_stream, talk
    from assist_cli.render.crop_writers import crop_writer
    from assist_cli.render.overlay_files import overlay_folder
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.crop_photos import CropRequest, crop_photos
    from index.photo.errors import UnreadablePhoto
    from scoring.overlays.crops import crop_page

    folder = overlay_folder(overlays) if overlays else None
    request = CropRequest(paths, aspect or [FREE], crop_page if folder else None)
    failures = []
    with data_stream(None) as stream, closing(crop_photos(request)) as cropped:
        write = crop_writer(stream, jsonl=format is CropFormat.JSONL)
        for photo in cropped:
            if isinstance(photo, UnreadablePhoto):
                failures.append(photo)
                continue
            write(photo)
            if folder:
                _write_pictures(photo, folder, quiet=ctx.obj.quiet)
    for line in failure_lines(failures):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if failures else ExitCode.DONE)


def _write_pictures(photo: CroppedPhoto, folder: Path, *, quiet: bool) -> None:
    from assist_cli.console import talk
    from assist_cli.render.overlay_files import free_target, write_overlay
    from assist_cli.workflows.own_overlays import photo_mark

    for advice, picture in zip(photo.answers, photo.drawn, strict=True):
        shape = "" if advice.aspect == FREE else f"-{advice.aspect.replace(':', 'x')}"
        target = free_target(folder / f"{photo.path.stem}.crop{shape}.png", photo_mark(photo.record))
        write_overlay(target, picture, photo.record)
        if not quiet:
            talk().print(f"{target} written", style="dim", markup=False)
