"""`assist show`: why one photo is scored as it is."""

from __future__ import annotations

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Photo

EXAMPLES = """\b
Examples:
  assist show IMG_0412.JPG
  assist show IMG_0412.JPG > why.txt
"""


def show(ctx: typer.Context, photo: Photo) -> None:
    """Show why one photo is scored as it is. Its rating distribution, and each factor with level, confidence, reason."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.photo_page import print_page
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.photo_outcome import ScoredPhoto
    from assist_cli.workflows.show_photo import show_photo

    outcome = show_photo(photo, ctx.obj)
    if not isinstance(outcome, ScoredPhoto):
        for line in failure_lines([outcome]):
            talk().print(line)
        raise typer.Exit(ExitCode.SOME_UNREADABLE)
    with data_stream(None) as stream:
        print_page(page(stream), outcome)
