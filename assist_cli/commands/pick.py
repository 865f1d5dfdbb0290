"""`assist pick`: which frames to keep, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from assist_cli.commands.groups import FormatChoice, ListFormat, Sheet, Workers
from assist_cli.failures import ExitCode
from assist_cli.options import Paths, ProfileChoice, Weights

EXAMPLES = """\b
Examples:
  assist pick ~/Pictures/2026-11-20           the frames of each burst, best first, and why
  assist pick . --keep 40                     forty: every moment gets one before any gets a second
  assist pick . --keep 25% --per-moment 2     a quarter of the choices, at most two of one moment
  assist pick . --sheet picks.html            a contact sheet, one page that opens anywhere
  assist pick . --format jsonl | jq -r 'select(.decision == "reject_candidate") | .path'
\b
keep, alternate and reject? are advice: no photo is changed, moved or deleted. Without --keep every group keeps
one frame at least; a photo without others of its moment, an exposure bracket, a focus stack and a panorama
are kept.
"""

KeepChoice = Annotated[
    str | None, typer.Option("--keep", metavar="N|PERCENT", help="So many of the whole shoot, such as 40 or 25%.")
]
PerMoment = Annotated[
    int | None, typer.Option("--per-moment", min=1, metavar="N", help="With --keep: at most N of one moment.")
]


def pick(
    ctx: typer.Context,
    paths: Paths,
    format: FormatChoice = ListFormat.TABLE,  # noqa: A002 - the option's name
    keep: KeepChoice = None,
    per_moment: PerMoment = None,
    sheet: Sheet = None,
    weights: Weights = None,
    profile: ProfileChoice = "auto",
    workers: Workers = None,
) -> None:
    """Rank the frames of each group and advise which to keep, with reasons. No photo is changed."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.group_writers import write_picks
    from assist_cli.render.live_progress import live_progress
    from assist_cli.render.run_summary import failure_lines
    from assist_cli.render.sheet_file import write_pick_sheet
    from assist_cli.sheet_target import check_sheet
    from assist_cli.workflows.pick_shoot import pick_shoot, quota_of
    from assist_cli.workflows.progress import Progress
    from assist_cli.workflows.see_shoot import ShootRequest
    from weights.registry import DEFAULT_RATING_WEIGHTS

    quota = quota_of(keep, per_moment)
    check_sheet(sheet, ctx.obj.catalog)
    rated_by = weights or DEFAULT_RATING_WEIGHTS
    request = ShootRequest(paths, ctx.obj.catalog, ctx.obj.device, rated_by, profile, workers)
    with live_progress(talk(), quiet=ctx.obj.quiet) as report:
        picked = pick_shoot(request, quota, Progress(), report)
    with data_stream(None) as stream:
        write_picks(stream, picked, jsonl=format is ListFormat.JSONL)
    if sheet:
        write_pick_sheet(sheet, picked, quiet=ctx.obj.quiet)
    for line in failure_lines(picked.grouped.unread):
        talk().print(line)
    raise typer.Exit(ExitCode.SOME_UNREADABLE if picked.grouped.unread else ExitCode.DONE)
