"""`assist journal`: what was written beside photos, moved and linked, run by run."""

from __future__ import annotations

from typing import Annotated

import typer

from assist_cli.options import LineFormat, LineFormatChoice

EXAMPLES = """\b
Examples:
  assist journal
  assist journal --run 2026-11-20-3       every file of one run: what changed in it, or where it went
  assist journal --format jsonl
"""

RunName = Annotated[
    str | None, typer.Option("--run", metavar="ID", help="Tell every file of this run.", show_default=False)
]


def journal(ctx: typer.Context, run: RunName = None, format: LineFormatChoice = LineFormat.TABLE) -> None:  # noqa: A002
    """List the runs that wrote or moved files, and what still stands of them. Nothing is changed."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.bars import glyphs_for
    from assist_cli.render.journal_text import file_json, file_line, run_json, run_lines
    from assist_cli.render.photo_json import json_text
    from assist_cli.workflows.journal_runs import files_of_run, journal_runs

    as_json = format is LineFormat.JSONL
    with data_stream(None) as stream:
        console = page(stream)
        if run is None:
            listed = journal_runs(ctx.obj.catalog)
            for one in listed if as_json else ():
                stream.write(json_text(run_json(one)) + "\n")
            for line in () if as_json else run_lines(listed):
                console.print(line, soft_wrap=True)
            return
        for file in files_of_run(ctx.obj.catalog, run):
            if as_json:
                stream.write(json_text(file_json(file)) + "\n")
            else:
                console.print(file_line(file, glyphs_for(console.encoding)), soft_wrap=True)
