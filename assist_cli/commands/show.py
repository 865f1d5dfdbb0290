"""`assist show`: why one photo is scored as it is."""

from __future__ import annotations

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Photo, Weights

EXAMPLES = """\b
Examples:
  assist show IMG_0412.JPG
  assist show IMG_0412.JPG > why.txt
  assist show IMG_0412.JPG --weights ID     as other weights rate it
"""


def show(ctx: typer.Context, photo: Photo, weights: Weights = None) -> None:
    """Show why one photo is scored as it is. Its rating distribution, and each factor with level, confidence, reason."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.photo_page import print_page
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.photo_outcome import ScoredPhoto, with_unread_files
    from assist_cli.workflows.show_photo import show_photo
    from index.photo.errors import UnreadablePhoto

    outcome = show_photo(photo, ctx.obj, weights)
    if isinstance(outcome, ScoredPhoto):
        with data_stream(None) as stream:
            print_page(page(stream), outcome)
    failures = [told for told in with_unread_files(outcome) if isinstance(told, UnreadablePhoto)]
    for line in failure_lines(failures):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if failures else ExitCode.DONE)
