"""`assist cull --apply`: chosen photos go to a folder."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from assist_cli.failures import BadRequestError, ExitCode
from assist_cli.workflows.cull.by import By
from assist_cli.workflows.cull.listed import Listed


@dataclass(frozen=True, slots=True)
class Application:
    """What was asked for on the command line."""

    which: Listed
    to: Path
    by: By
    is_dry_run: bool


def check_choices(applied: Listed | None, to: Path | None, by: By, *, is_listed: bool, dry_run: bool) -> None:
    """Raises `BadRequestError` for options that do not go together."""
    if applied is not None and to is None:
        raise BadRequestError("--apply needs a folder", f"say where: --apply {applied.value} --to FOLDER")
    if applied is None and (to is not None or dry_run or by is By.MOVE):
        option = "--to" if to is not None else "--dry-run" if dry_run else "--by move"
        raise BadRequestError(f"{option} is for --apply", "say which photos: --apply picks, rejects or undecided")
    if applied is not None and is_listed:
        raise BadRequestError("--list and --apply are two things", "take one of them; --apply --dry-run lists too")


def refuse_screen_options(given: Sequence[str]) -> None:
    """Raises `BadRequestError` for options that would do nothing without a screen."""
    if given:
        is_are = "is" if len(given) == 1 else "are"
        hint = "leave out --list and --apply to open one; those take picks, rejects or undecided"
        raise BadRequestError(f"{', '.join(given)} {is_are} for the screen", hint)


def apply_to(ctx: typer.Context, paths: list[Path], wish: Application) -> None:
    """Links or moves them, or with `is_dry_run` prints what would go where; ends the command."""
    from assist_cli.console import data_stream, talk
    from assist_cli.render.apply_text import planned_lines, summary_lines, trouble_lines
    from assist_cli.render.live_progress import live_progress
    from assist_cli.workflows.cull.apply_marked import ApplyRequest, apply_marked, plan_apply
    from assist_cli.workflows.progress import Progress

    command = shlex.join(["assist", *sys.argv[1:]])
    request = ApplyRequest(paths, ctx.obj.catalog, wish.which, wish.to, wish.by, command)
    progress = Progress()
    with live_progress(talk(), quiet=ctx.obj.quiet or wish.is_dry_run) as report:

        def told(done: int, total: int) -> None:
            progress.cached, progress.total = done, total
            report(progress)

        applied = plan_apply(request) if wish.is_dry_run else apply_marked(request, told)
    if wish.is_dry_run:
        with data_stream(None) as stream:
            stream.writelines(f"{line}\n" for line in planned_lines(applied))
    for line in trouble_lines(applied):
        talk().print(line)
    for line in () if ctx.obj.quiet else summary_lines(applied, request, dry_run=wish.is_dry_run):
        talk().print(line)
    raise typer.Exit(ExitCode.ERROR if applied.left or applied.doubled else ExitCode.DONE)
