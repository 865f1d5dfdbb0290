"""`assist groups`: which photos of a shoot belong together."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from assist_cli.failures import ExitCode
from assist_cli.options import Paths

EXAMPLES = """\b
Examples:
  assist groups ~/Pictures/2026-11-20              bursts, brackets, panoramas, duplicates, and why
  assist groups . --format jsonl | jq .members     one object a group (assist.group/1)
  assist groups . --sheet groups.html              a contact sheet, one page that opens anywhere
\b
Photos that are not scored yet are scored first. A RAW and its JPEG count once. Exposure brackets, focus
stacks and panoramas are kept whole: assist pick never ranks their frames.
"""


class ListFormat(StrEnum):
    """How groups and picks are written."""

    TABLE = "table"
    JSONL = "jsonl"


FormatChoice = Annotated[ListFormat, typer.Option("--format", help="A list for people, or JSON lines.")]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        metavar="N",
        help="Photos judged at once; by default one a core, five at most, sixteen with a GPU.",
    ),
]
Sheet = Annotated[
    Path | None,
    typer.Option(
        "--sheet", metavar="FILE.html", readable=False, help="Write a contact sheet: one page, pictures inside."
    ),
]


def groups(
    ctx: typer.Context,
    paths: Paths,
    format: FormatChoice = ListFormat.TABLE,  # noqa: A002 - the option's name
    sheet: Sheet = None,
    workers: Workers = None,
) -> None:
    """Find bursts, near-duplicates, duplicates, brackets, focus stacks and panoramas. No photo is changed."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.group_writers import write_groups
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.render.sheet_file import write_sheet
    from assist_cli.sheet_target import check_sheet
    from assist_cli.workflows.group_shoot import group_shoot
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.see_shoot import ShootRequest

    check_sheet(sheet, ctx.obj.catalog)
    request = ShootRequest(paths, ctx.obj.catalog, ctx.obj.device, workers=workers)
    with live_progress(talk(), quiet=ctx.obj.quiet) as report:
        shoot = group_shoot(request, Progress(), report)
    with data_stream(None) as stream:
        write_groups(stream, shoot, jsonl=format is ListFormat.JSONL)
    if sheet:
        write_sheet(sheet, shoot, quiet=ctx.obj.quiet)
    for line in failure_lines(shoot.unread):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if shoot.unread else ExitCode.DONE)
