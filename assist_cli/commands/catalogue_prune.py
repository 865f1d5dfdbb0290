"""`assist catalogue prune`: forget photos whose files are long gone, and results that nobody asks for any more."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from assist_cli.failures import AssistError
from assist_cli.options import named_age

EXAMPLES = """\b
Examples:
  assist catalogue prune --dry-run             only tell what would be forgotten
  assist catalogue prune                       asks first
  assist catalogue prune --older-than 12w --yes
  assist catalogue prune --old-results         also what earlier weights and versions said
  assist catalogue prune --gone /media/card    a folder that will never come back
\b
How it decides: a photo is missing when its file is not there, while its folder is there and holds something else.
Its age counts from the first run of score or prune that found it missing. A folder that is absent or empty may be
a disk that is not plugged in: its photos stay known until --gone names it.
No photo is touched: only what is kept of it is forgotten.
"""

MISSING_FOR = timedelta(days=30)
"""As long as a trash bin keeps what was thrown away (issue "Groups and picks")."""

OlderThan = Annotated[
    timedelta,
    typer.Option(
        "--older-than",
        metavar="AGE",
        parser=named_age,
        show_default="30d",
        help="Forget photos that have been missing for longer: 30d, 12w, 36h.",
    ),
]
OldResults = Annotated[
    bool, typer.Option("--old-results", help="Also forget results by weights and versions not in use any more.")
]
Gone = Annotated[
    Path | None,
    typer.Option(
        "--gone",
        metavar="FOLDER",
        readable=False,
        help="Forget, whatever their age, all photos below a folder that is gone for good; none of them may be there.",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would be forgotten.")]


def prune(
    ctx: typer.Context,
    older_than: OlderThan = MISSING_FOR,
    old_results: OldResults = False,
    gone: Gone = None,
    yes: Yes = False,
    dry_run: DryRun = False,
) -> None:
    """Forget photos that have been missing for long. Asks first; no photo is touched."""
    from datetime import UTC, datetime

    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.catalogue_text import plan_lines, report_line
    from assist_cli.workflows.prune_catalogue import PruneRequest, note_deleted, plan_prune
    from assist_cli.workflows.prune_catalogue import prune as carry_out

    request, now = PruneRequest(ctx.obj.catalog, older_than, old_results, gone), datetime.now(UTC)
    plan = plan_prune(request, now)
    if not dry_run:
        # Whatever is forgotten now, the age of what is newly missing counts from today.
        note_deleted(request.catalog, now)
    with data_stream(None) as stream:
        for line in plan_lines(plan):
            page(stream).print(line, soft_wrap=True)
    if dry_run or plan.is_empty or not (yes or _agreed()):
        return
    report = carry_out(plan, now)
    if not ctx.obj.quiet:
        talk().print(report_line(report), markup=False)


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise AssistError("nobody is here to be asked", "add --yes to forget them, or --dry-run to look only")
    return typer.confirm("Forget them?", err=True)
