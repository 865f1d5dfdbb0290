"""`assist crop`: crops that a photographer might consider, and copies that are cropped so; no photo is changed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Paths, named_path

EXAMPLES = """\b
Examples:
  assist crop IMG_0412.JPG
  assist crop . --aspect 4:5 --aspect 1:1
  assist crop . --format jsonl | jq '.crops[0].box'   boxes in 0..1 of the upright picture (assist.crop/1)
  assist crop . --overlays crops                      a picture a photo: crops/IMG_0412.crop.png
  assist crop . --aspect 4:5 --apply-to prints        cropped copies: prints/IMG_0412.crop-4x5.JPG
\b
Copies keep EXIF, colour profile and sharpness; the embedded thumbnail is left out. HEIC and AVIF
become JPEG, RAW files are not copied. A shape that you name is copied even where the frame is as good.
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
ApplyTo = Annotated[
    Path | None,
    typer.Option(
        "--apply-to",
        metavar="DIR",
        help="Write cropped copies here, where there is a crop to advise; no file is ever replaced.",
        parser=named_path,
    ),
]


def crop(
    ctx: typer.Context,
    paths: Paths,
    aspect: Aspects = None,
    format: FormatChoice = CropFormat.TABLE,  # noqa: A002 - the option's name
    overlays: Overlays = None,
    apply_to: ApplyTo = None,
) -> None:
    """Suggest crops: up to three of each shape, levelled where the photo is tilted, or to keep the frame. No photo is changed."""
    from contextlib import closing

    from assist_cli.console import data_stream, talk
    from assist_cli.render.copy_summary import CopySummary
    from assist_cli.render.crop_pictures import write_pictures
    from assist_cli.render.crop_writers import crop_writer
    from assist_cli.render.overlay_files import overlay_folder
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.apply_crops import copies_folder, copies_of, is_own_copy, lies_among
    from assist_cli.workflows.crop_photos import CropRequest, crop_photos
    from index.photo.errors import UnreadablePhoto
    from scoring.overlays.crops import crop_page

    pictures = overlay_folder(overlays) if overlays else None
    copies = CopySummary(copies_folder(apply_to), among_photos=lies_among(apply_to, paths)) if apply_to else None
    passed_over = is_own_copy(apply_to) if apply_to else None
    request = CropRequest(paths, aspect or [FREE], crop_page if pictures else None, passed_over)
    failures: list[UnreadablePhoto] = []
    with data_stream(None) as stream, closing(crop_photos(request)) as cropped:
        write = crop_writer(stream, jsonl=format is CropFormat.JSONL)
        for photo in cropped:
            if isinstance(photo, UnreadablePhoto):
                failures.append(photo)
                continue
            write(photo)
            _tell(write_pictures(photo, pictures) if pictures else (), quiet=ctx.obj.quiet)
            _tell(copies.write(copies_of(photo)) if copies else (), quiet=ctx.obj.quiet)
    failures += copies.failures if copies else []
    for line in (*failure_lines(failures), *(copies.lines(quiet=ctx.obj.quiet) if copies else ())):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if failures else ExitCode.DONE)


def _tell(written: Iterable[Path], *, quiet: bool) -> None:
    from assist_cli.console import talk

    for path in written:
        if not quiet:
            talk().print(f"{path} written", style="dim", markup=False)
