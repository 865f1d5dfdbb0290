"""`assist watch --install` and `--uninstall`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.workflows.watch.hook_command import HookCommand
from assist_cli.workflows.watch.watch_request import WatchRequest
from scoring.ranking.picks.choice import Decision

if TYPE_CHECKING:
    from assist_cli.workflows.watch.unit_texts.service import Service


def install(request: WatchRequest, hooks: Mapping[Decision, HookCommand], *, notify: bool) -> None:
    """Writes the unit, where there is systemd, and prints what to run. Wrong wishes are told now, not by a service at night."""
    from assist_cli.render.watch_service_text import installed_lines
    from assist_cli.workflows.blend_profile import profile_called
    from assist_cli.workflows.watch.install_unit import install_unit, watch_service
    from assist_cli.workflows.watch.service_options import service_options
    from assist_cli.workflows.watch.watched_places import folders_among
    from weights.registry import find_entry

    find_entry(request.weights)
    profile_called(request.profile)
    service: Service = watch_service(folders_among(request.paths), service_options(request, hooks, notify=notify))
    _print(installed_lines(service, install_unit(service) if sys.platform == "linux" else None))


def uninstall(paths: Sequence[Path]) -> None:
    """Takes the unit of these folders away, and prints how to end what runs."""
    from assist_cli.render.watch_service_text import uninstalled_lines
    from assist_cli.workflows.find_photos import absolute
    from assist_cli.workflows.watch.install_unit import uninstall_unit
    from assist_cli.workflows.watch.unit_texts.service import service_name
    from index.watch.outermost import outermost

    _print(uninstalled_lines(uninstall_unit(service_name(outermost(absolute(paths))))))


def _print(lines: Iterable[str]) -> None:
    from assist_cli.console import data_stream

    with data_stream(None) as stream:
        stream.writelines(f"{line}\n" for line in lines)
