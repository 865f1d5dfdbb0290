"""`assist undo`: take back what a run wrote, moved or linked."""

from __future__ import annotations

import shlex
import sys
from typing import Annotated

import typer

from assist_cli.failures import BadRequestError, ExitCode

EXAMPLES = """\b
Examples:
  assist undo --last --dry-run
  assist undo --last
  assist undo --run 2026-11-20-3
\b
Each file goes back to what it was, byte by byte, and what we made goes away. Where an editor changed other things since,
only our own marks are put back; where it changed those too, the file is left alone and named. Photos that were moved
(assist cull --apply) go back with all their sidecars, links that we made go away. An undo is listed in assist journal, and
can be undone itself.
"""

RunName = Annotated[
    str | None, typer.Option("--run", metavar="ID", help="The run to take back (assist journal).", show_default=False)
]
Last = Annotated[bool, typer.Option("--last", help="The last run that wrote something which still stands.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only tell what would become of each file.")]


def undo(ctx: typer.Context, run: RunName = None, last: Last = False, dry_run: DryRun = False) -> None:
    """Take back what was written beside photos, moved or linked, on any later day."""
    from assist_cli.console import data_stream, page, talk
    from assist_cli.render.undo_text import step_line, undo_summary
    from assist_cli.workflows.undo_run import run_to_undo, undo_plan, undo_run
    from index.journal.undo import UndoKind
    from index.journal.undo_moves import Step

    if (run is None) is not last:
        raise BadRequestError("name one run: --run ID, or --last", "assist journal lists what was written")
    told: list[Step] = []
    with run_to_undo(ctx.obj.catalog, run, dry_run=dry_run) as (journal, found), data_stream(None) as stream:
        console = page(stream)

        def tell(step: Step) -> None:
            told.append(step)
            if dry_run or step.kind is UndoKind.REFUSE:
                console.print(step_line(step), soft_wrap=True)

        undone = None
        if dry_run:
            for step in undo_plan(ctx.obj.catalog, journal, found):
                tell(step)
        else:
            undone = undo_run(ctx.obj.catalog, journal, found, shlex.join(["assist", *sys.argv[1:]]), tell).run
    if not ctx.obj.quiet:
        talk().print(undo_summary(found, told, undone, dry_run=dry_run), markup=False)
    refused = any(step.kind is UndoKind.REFUSE for step in told)
    raise typer.Exit(ExitCode.ERROR if refused else ExitCode.DONE)
