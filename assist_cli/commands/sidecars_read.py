"""`assist sidecars read`: people's marks from sidecars and photos into the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import LineFormat, LineFormatChoice, Paths
from assist_cli.workflows.prefer import Prefer

EXAMPLES = """\b
Examples:
  assist sidecars read ~/Pictures/2026-11-20
  assist sidecars read . --dry-run
  assist sidecars read . --prefer adobe                  where editors disagree, Lightroom's word counts
  assist sidecars read . && assist sidecars write .      bring what you marked in one editor to the others
\b
Reads stars, flags, labels, keywords and crops that people gave, in sidecars of any style and inside photos; what
we wrote ourselves is not taken for theirs. Where two editors disagree, both are left alone and named.
"""

PreferChoice = Annotated[
    Prefer | None,
    typer.Option("--prefer", help="Whose word counts where places disagree; without it they are only named."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be taken in.")]


def read(
    ctx: typer.Context,
    paths: Paths,
    prefer: PreferChoice = None,
    dry_run: DryRun = False,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
) -> None:
    """Take in the marks that you gave in your editors. No file beside a photo is changed."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.bars import glyphs_for
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.photo_json import json_text
    from assist_cli.render.read_marks_text import marks_json, read_lines, summary_lines, trouble_lines
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.read_sidecars import ReadRequest, read_shoot

    progress = Progress()
    with live_progress(talk(), quiet=ctx.obj.quiet) as report:

        def told(done: int) -> None:
            progress.cached = done
            report(progress)

        found = read_shoot(ReadRequest(paths, ctx.obj.catalog, prefer, dry_run), told)
    with data_stream(None) as stream:
        if format is LineFormat.JSONL:
            stream.writelines(json_text(marks_json(photo)) + "\n" for photo in found.photos)
        else:
            console = page(stream)
            for line in read_lines(found, glyphs_for(console.encoding)):
                console.print(line, soft_wrap=True)
    for line in (*failure_lines(found.unread), *trouble_lines(found)):
        talk().print(line)
    for line in () if ctx.obj.quiet else summary_lines(found, dry_run=dry_run):
        talk().print(line)
    trouble = bool(found.unread or any(photo.unreadable for photo in found.photos))
    raise typer.Exit(ExitCode.SOME_UNREADABLE if trouble else ExitCode.DONE)
