"""Serves editors on this machine, with the program loaded, until nobody has asked for long enough."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.installed_version import program
from assist_cli.workflows.plug.plug_desk import PlugDesk
from plugins.server.state_file import ServerState, read_state, state_path


@dataclass(frozen=True, slots=True)
class ServeRequest:
    """`roots`: the folders whose photos may be asked for."""

    desk: PlugDesk
    roots: Sequence[Path]
    idle_s: float


def usual_roots() -> list[Path]:
    """The user's folder of pictures."""
    import platformdirs

    return [platformdirs.user_pictures_path()]


def serve_photos(request: ServeRequest, up: Callable[[ServerState], None]) -> None:
    """Blocks until the end. Raises `BadRequestError` for a root that is no folder, `AssistError` where one is up already."""
    from assist_cli.workflows.plug.answer_request import answer_request
    from assist_cli.workflows.plug.kept_judge import KeptJudge
    from plugins.server.client import is_up
    from plugins.server.listen import Serving, listen

    for root in request.roots:
        if not root.is_dir():
            raise BadRequestError(
                f"there is no folder {root}", "name the folders that editors may ask for with --allow"
            )
    other = read_state(state_path())
    if other is not None and is_up(other):
        raise AssistError(f"a server is up already, as process {other.pid}", "use that one, or end it first")
    desk = dataclasses.replace(request.desk, open_judge=KeptJudge().for_request)
    listen(
        Serving(
            lambda asked, hear: answer_request(asked, desk, hear),
            program(),
            request.desk.catalog,
            request.roots,
            state_path(),
            request.idle_s,
            up,
        )
    )
