"""A watch that was asked for, as the options that ask for it again: for a service that starts it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from assist_cli.workflows.watch.hook_command import HookCommand
from assist_cli.workflows.watch.run_hook import OPTIONS
from assist_cli.workflows.watch.watch_request import WatchRequest
from scoring.ranking.advised_marks import USUAL_ADVICE
from scoring.ranking.picks.choice import Decision


def service_options(request: WatchRequest, hooks: Mapping[Decision, HookCommand], *, notify: bool) -> list[str]:
    """All but the paths, and but what is usual, which may become better. Files and programs are named so that it does not matter
    where the service starts.
    """
    return [*_judging(request), *_marking(request), *_hooks(hooks), *(["--notify"] if notify else [])]


def _judging(request: WatchRequest) -> Iterator[str]:
    usual = WatchRequest((), request.catalog)
    yield from ("--catalog", _absolute(request.catalog))
    if request.device != usual.device:
        yield from ("--device", request.device)
    if request.weights != usual.weights:
        yield from ("--weights", request.weights)
    if request.profile != usual.profile:
        # A name, or a file.
        profile = Path(request.profile)
        yield from ("--profile", _absolute(profile) if profile.is_file() else request.profile)
    if request.workers is not None:
        yield from ("--workers", str(request.workers))
    if request.poll:
        yield "--poll"
    if request.initial:
        yield "--initial"


def _marking(request: WatchRequest) -> Iterator[str]:
    if request.sidecars is not None:
        yield from ("--write-sidecars", request.sidecars.value)
    if request.advice != USUAL_ADVICE:
        yield from ("--advice", ",".join(sorted(one.value for one in request.advice)) or "none")


def _hooks(hooks: Mapping[Decision, HookCommand]) -> Iterator[str]:
    for decision, hook in hooks.items():
        yield from (OPTIONS[decision], hook.line)


def _absolute(path: Path) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
