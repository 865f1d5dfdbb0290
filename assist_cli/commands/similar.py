"""`assist similar`: the photos of the library that look most like one."""

from __future__ import annotations

from typing import Annotated

import typer

from assist_cli.commands.groups import FormatChoice, ListFormat
from assist_cli.options import Photo

EXAMPLES = """\b
Examples:
  assist similar IMG_0412.JPG             the ten photos in the catalogue that look most like it
  assist similar IMG_0412.JPG --top 50
  assist similar IMG_0412.JPG --format jsonl | jq -r .path
\b
Photos are in the catalogue once they were scored: assist score FOLDER. Those whose files are not there now are left out.
"""

Top = Annotated[int, typer.Option("--top", min=1, max=1000, metavar="N", help="How many.")]


def similar(
    ctx: typer.Context,
    photo: Photo,
    top: Top = 10,
    format: FormatChoice = ListFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Find the photos in the catalogue that look most like this one. No photo is changed."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.similar_list import write_similar
    from assist_cli.workflows.find_similar import find_similar
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.see_shoot import ShootRequest

    with live_progress(talk(), quiet=ctx.obj.quiet) as report:
        found = find_similar(ShootRequest([photo], ctx.obj.catalog, ctx.obj.device), top, Progress(), report)
    with data_stream(None) as stream:
        write_similar(stream, found, jsonl=format is ListFormat.JSONL)
    if not found.found and not ctx.obj.quiet:
        talk().print("The catalogue knows no other photo that is there: assist score FOLDER", style="dim")
