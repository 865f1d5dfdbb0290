"""`assist catalogue`: what is kept of the photos, whether it is sound, and forgetting what nobody needs."""

from __future__ import annotations

import typer

from assist_cli.commands import catalogue_prune
from assist_cli.failures import ExitCode
from assist_cli.options import LineFormat, LineFormatChoice

EXAMPLES = """\b
Examples:
  assist catalogue stats
  assist catalogue check
  assist catalogue prune --dry-run
\b
The catalogue is one file in your user data folder; --catalog FILE names another.
"""

STATS_EXAMPLES = """\b
Examples:
  assist catalogue stats
  assist catalogue stats --format jsonl | jq .photos
"""

CHECK_EXAMPLES = """\b
Examples:
  assist catalogue check
  assist catalogue check --format jsonl
\b
Photos that were changed or deleted since they were scored are told; they are no damage.
"""

app = typer.Typer(
    help="Count, check and prune what is kept of the photos.",
    epilog=EXAMPLES,
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command("stats", epilog=STATS_EXAMPLES)
def stats(ctx: typer.Context, format: LineFormatChoice = LineFormat.TABLE) -> None:  # noqa: A002 - the option's name
    """Tell what is kept. How many photos, by which weights, in which folders, and on how much disk."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.catalogue_text import statistics_json, statistics_lines
    from assist_cli.workflows.catalogue_statistics import catalogue_statistics

    found = catalogue_statistics(ctx.obj.catalog)
    with data_stream(None) as stream:
        if format is LineFormat.JSONL:
            stream.write(statistics_json(found) + "\n")
            return
        for line in statistics_lines(found):
            page(stream).print(line, soft_wrap=True)


@app.command("check", epilog=CHECK_EXAMPLES)
def check(ctx: typer.Context, format: LineFormatChoice = LineFormat.TABLE) -> None:  # noqa: A002 - the option's name
    """Look for damage, page by page and row by row. Nothing is changed; exit code 1 when something is damaged."""
    from assist_cli.console import data_stream, page
    from assist_cli.render.catalogue_text import check_json
    from assist_cli.render.check_list import check_text
    from assist_cli.workflows.check_catalogue import check_catalogue
    from assist_cli.workflows.check_machine import State

    broken = False
    with data_stream(None) as stream:
        for told in check_catalogue(ctx.obj.catalog):
            broken = broken or told.state is State.BROKEN
            if format is LineFormat.JSONL:
                stream.write(check_json(told) + "\n")
            else:
                page(stream).print(check_text(told), soft_wrap=True)
    raise typer.Exit(ExitCode.ERROR if broken else ExitCode.DONE)


app.command("prune", epilog=catalogue_prune.EXAMPLES)(catalogue_prune.prune)
