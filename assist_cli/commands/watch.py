"""`assist watch`: photos are scored, grouped and, if asked, marked while they arrive."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import typer

from assist_cli.commands.groups import Workers
from assist_cli.commands.sidecars_write import AdviceChoice
from assist_cli.commands.watch_options import (
    Initial,
    Install,
    Notify,
    OnKeeper,
    OnReject,
    Poll,
    Uninstall,
    WriteSidecars,
)
from assist_cli.failures import BadRequestError
from assist_cli.options import Folders, LineFormat, LineFormatChoice, ProfileChoice, Weights
from scoring.ranking.advised_marks import USUAL_ADVICE

if TYPE_CHECKING:
    from assist_cli.workflows.watch.all_listeners import AllListeners
    from assist_cli.workflows.watch.hook_command import HookCommand
    from assist_cli.workflows.watch.watch_request import WatchListener, WatchRequest
    from scoring.ranking.picks.choice import Decision

    Hooks = Mapping[Decision, HookCommand]

EXAMPLES = """\b
Examples:
  assist watch ~/Pictures/Tethered               a live screen; Ctrl-C ends it
  assist watch /media/card ~/Sync --initial      the photos that are there already, first
  assist watch . --write-sidecars darktable      stars and labels for the editor that is open beside it
  assist watch . --format jsonl | jq .score      one JSON object a photo (assist.photo/1), at once
  assist watch /mnt/nas/inbox --poll             look every second, where a network brings no events
  assist watch . --on-keeper 'cp -n {path} /mnt/keepers'     your own command, never through a shell
  assist watch ~/Sync --install                  a service that starts with your session; --uninstall removes it
\b
A photo is taken when it is complete: closed, moved here, or quiet and whole by its own structure. Bursts grow: advice on
their frames is revised as more come. Started again, it goes on where it was. Photos are never changed, moved or deleted;
assist undo takes back what was written.
\b
Commands get {path}, {decision}, {score} and {reason}, each as one argument, and ASSIST_PATH, ASSIST_DECISION, ASSIST_SCORE
and ASSIST_REASON. Without any of these places the path comes last. They run once a decision, two at a time, 60 s at most.
"""


def watch(
    ctx: typer.Context,
    paths: Folders,
    poll: Poll = False,
    initial: Initial = False,
    write_sidecars: WriteSidecars = None,
    advice: AdviceChoice = USUAL_ADVICE,
    format: LineFormatChoice = LineFormat.TABLE,  # noqa: A002 - the option's name
    on_keeper: OnKeeper = None,
    on_reject: OnReject = None,
    notify: Notify = False,
    weights: Weights = None,
    profile: ProfileChoice = "auto",
    workers: Workers = None,
    install: Install = False,
    uninstall: Uninstall = False,
) -> None:
    """Score, group and mark photos while they arrive, until Ctrl-C. No photo is changed or deleted."""
    from assist_cli.commands import watch_service
    from assist_cli.workflows.watch.watch_request import WatchRequest
    from weights.registry import DEFAULT_RATING_WEIGHTS

    if install and uninstall:
        raise BadRequestError("--install and --uninstall at once", "choose one")
    if uninstall:
        watch_service.uninstall(paths)
        return
    settings, rated_by, line = ctx.obj, weights or DEFAULT_RATING_WEIGHTS, shlex.join(["assist", *sys.argv[1:]])
    request = WatchRequest(
        paths,
        settings.catalog,
        settings.device,
        rated_by,
        profile,
        workers,
        poll,
        initial,
        write_sidecars,
        advice,
        line,
    )
    hooks = _hooks(on_keeper, on_reject)
    if install:
        watch_service.install(request, hooks, notify=notify)
    else:
        _follow(request, hooks, notify=notify, jsonl=format is LineFormat.JSONL, quiet=settings.quiet)


def _follow(request: WatchRequest, hooks: Hooks, *, notify: bool, jsonl: bool, quiet: bool) -> None:
    """Watches until somebody stops it."""
    from assist_cli.commands.watch_view import watch_view
    from assist_cli.console import data_stream
    from assist_cli.workflows.watch.all_listeners import AllListeners
    from assist_cli.workflows.watch.watch_folders import watch_folders

    with data_stream(None) as stream, watch_view(stream, jsonl=jsonl, quiet=quiet) as seen_by:
        view = AllListeners(seen_by)
        # The view comes last, so that it still shows what the others tell at the end.
        watch_folders(request, AllListeners([*_acting(hooks, view, notify=notify), view]))


def _hooks(on_keeper: str | None, on_reject: str | None) -> Hooks:
    from assist_cli.workflows.watch.hook_command import hook_command
    from assist_cli.workflows.watch.run_hook import OPTIONS
    from scoring.ranking.picks.choice import Decision

    lines = {Decision.KEEPER: on_keeper, Decision.REJECT_CANDIDATE: on_reject}
    return {decision: hook_command(line, OPTIONS[decision]) for decision, line in lines.items() if line is not None}


def _acting(hooks: Hooks, view: AllListeners, *, notify: bool) -> Iterator[WatchListener]:
    from assist_cli.workflows.watch.note_commands import notifier_of
    from assist_cli.workflows.watch.notify_desktop import DesktopNotes
    from assist_cli.workflows.watch.run_hook import DecisionHooks
    from assist_cli.workflows.watch.side_commands import SideCommands

    if hooks:
        yield DecisionHooks(hooks, view.trouble, SideCommands())
    if notify:
        yield DesktopNotes(notifier_of(), view.trouble, SideCommands())
