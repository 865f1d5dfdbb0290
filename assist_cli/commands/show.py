"""`assist show`: why one photo is scored as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Photo, ProfileChoice, Weights, named_path

if TYPE_CHECKING:
    from assist_cli.workflows.photo_outcome import ScoredPhoto
    from index.photo.errors import UnreadablePhoto

EXAMPLES = """\b
Examples:
  assist show IMG_0412.JPG
  assist show IMG_0412.JPG > why.txt
  assist show IMG_0412.JPG --overlays why   also the pictures: why/IMG_0412.focus.png and others
  assist show IMG_0412.JPG --weights ID     as other weights rate it
  assist show IMG_0412.JPG --profile portrait
\b
Overlays: exposure map, clipping, focus map, faces (where there are any), hue ring, noise map,
composition (thirds, subject, horizon, best crop). More crops, and of other shapes: assist crop.
"""

Overlays = Annotated[
    Path | None,
    typer.Option(
        "--overlays",
        metavar="DIR",
        help="Write pictures that explain the verdicts into this folder, which is made if it is not there.",
        show_default=False,
        parser=named_path,
    ),
]


def show(
    ctx: typer.Context,
    photo: Photo,
    weights: Weights = None,
    profile: ProfileChoice = "auto",
    overlays: Overlays = None,
) -> None:
    """Show why one photo is scored as it is. Its rating distribution, each factor with level, confidence, reason; and a crop."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.crop_line import print_crop
    from assist_cli.render.overlay_files import overlay_folder, overlay_paths
    from assist_cli.render.photo_page import print_page
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.best_crop import best_crop
    from assist_cli.workflows.photo_outcome import ScoredPhoto, with_unread_files
    from assist_cli.workflows.show_photo import show_photo
    from index.photo.errors import UnreadablePhoto

    folder = overlay_folder(overlays) if overlays else None
    outcome = show_photo(photo, ctx.obj, weights, profile)
    failures = [told for told in with_unread_files(outcome) if isinstance(told, UnreadablePhoto)]
    if isinstance(outcome, ScoredPhoto):
        targets = overlay_paths(folder, outcome.record) if folder else {}
        with data_stream(None) as stream:
            console = page(stream)
            print_page(console, outcome)
            # Last, for the photo is opened again: what is known is read meanwhile.
            advice = best_crop(outcome)
            if isinstance(advice, UnreadablePhoto):
                failures, targets = [*failures, advice], {}
            else:
                print_crop(console, advice)
        failures += _write_overlays(outcome, targets, quiet=ctx.obj.quiet) if targets else []
    for line in failure_lines(failures):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if failures else ExitCode.DONE)


def _write_overlays(photo: ScoredPhoto, targets: Mapping[str, Path], *, quiet: bool) -> list[UnreadablePhoto]:
    """Draw and write them, and tell their names; what is wrong where the photo cannot be read any more."""
    from assist_cli.console import talk
    from assist_cli.render.drawing_notice import drawing_notice
    from assist_cli.render.overlay_files import remove_stale, write_overlay
    from assist_cli.render.plain_text import printable
    from assist_cli.workflows.draw_overlays import draw_overlays
    from index.photo.errors import UnreadablePhoto

    with drawing_notice(talk(), quiet=quiet):
        drawn = draw_overlays(photo)
        if isinstance(drawn, UnreadablePhoto):
            return [drawn]
        for name, picture in drawn.items():
            write_overlay(targets[name], picture, photo.record)
    told = {targets[name]: "written" for name in drawn}
    told |= dict.fromkeys(remove_stale(targets, drawn), "taken away: there is nothing to show any more")
    for path, what in told.items() if not quiet else ():
        talk().print(f"{printable(path)} {what}", style="dim", markup=False)
    return []
