"""`assist watch`: photos are scored, grouped and, if asked, marked while they arrive."""

from __future__ import annotations

import shlex
import sys
from typing import Annotated

import typer

from assist_cli.commands.groups import Workers
from assist_cli.commands.sidecars_write import AdviceChoice
from assist_cli.options import LineFormat, LineFormatChoice, Paths, ProfileChoice, Weights
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import USUAL_ADVICE

EXAMPLES = """\b
Examples:
  assist watch ~/Pictures/Tethered               a line a photo, moments after it is there; Ctrl-C ends it
  assist watch /media/card ~/Sync --initial      the photos that are there already, first
  assist watch . --write-sidecars darktable      stars and labels for the editor that is open beside it
  assist watch . --format jsonl | jq .score      one JSON object a photo (assist.photo/1), at once
  assist watch /mnt/nas/inbox --poll             look every second, where a network brings no events
\b
A photo is taken when it is complete: closed, moved here, or quiet and whole by its own structure. Bursts grow: advice on
their frames is revised as more come. Started again, it goes on where it was. Photos are never changed, moved or deleted;
assist undo takes back what was written.
"""

Poll = Annotated[bool, typer.Option("--poll", help="Look at the folders every second, whatever events they bring.")]
Initial = Annotated[bool, typer.Option("--initial", help="First the photos that are there already.")]
WriteSidecars = Annotated[
    Style | None,
    typer.Option("--write-sidecars", help="Write sidecars, named as this editor wants them.", show_default=False),
]


def watch(
    ctx: typer.Context,
    paths: Paths,
    poll: Poll = False,
    initial: Initial = False,
    write_sidecars: WriteSidecars = None,
    advice: AdviceChoice = USUAL_ADVICE,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
    weights: Weights = None,
    profile: ProfileChoice = "auto",
    workers: Workers = None,
) -> None:
    """Score, group and mark photos while they arrive, until Ctrl-C. No photo is changed or deleted."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.watch_log import WatchLog
    from assist_cli.workflows.watch.watch_folders import watch_folders
    from assist_cli.workflows.watch.watch_request import WatchRequest
    from weights.registry import DEFAULT_RATING_WEIGHTS

    request = WatchRequest(
        paths,
        ctx.obj.catalog,
        ctx.obj.device,
        weights or DEFAULT_RATING_WEIGHTS,
        profile,
        workers,
        poll,
        initial,
        write_sidecars,
        advice,
        shlex.join(["assist", *sys.argv[1:]]),
    )
    with data_stream(None) as stream:
        watch_folders(request, WatchLog(stream, talk(), jsonl=format is LineFormat.JSONL, quiet=ctx.obj.quiet))
