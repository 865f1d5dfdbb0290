"""From the bytes of a request to those of its reply: by the server where it is up, else in this process."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from assist_cli.failures import ExitCode
from assist_cli.workflows.plug.daemon import asked_daemon, begin_daemon
from assist_cli.workflows.plug.plug_desk import PlugDesk
from plugins.hearing import Hear
from plugins.protocol import PlugRequest, RequestError, parse_request, reply_bytes


def answered_bytes(data: bytes, desk: PlugDesk, hear: Hear, *, start_daemon: bool = False) -> tuple[int, bytes]:
    """The exit code, and the reply. With `start_daemon` a server begins for the next time, where none is up."""
    try:
        request = parse_request(data)
    except RequestError as error:
        from assist_cli.workflows.plug.answer_request import failed

        return ExitCode.USAGE, reply_bytes(failed(None, error))
    told = asked_daemon(data, desk, hear) or _answered_here(request, desk, hear, start_daemon=start_daemon)
    trouble = json.loads(told)["error"]
    if trouble is None:
        return ExitCode.DONE, told
    return (ExitCode.USAGE if trouble["kind"] == "request" else ExitCode.ERROR), told


def _answered_here(request: PlugRequest, desk: PlugDesk, hear: Hear, *, start_daemon: bool) -> bytes:
    # Late: reading photos takes a second to import, which a server has done already.
    from assist_cli.workflows.plug.answer_request import answer_request
    from assist_cli.workflows.plug.serve_photos import usual_roots

    if start_daemon:
        folders = {Path(path).parent for path in request.paths}
        begin_daemon(desk, [root for root in (*usual_roots(), *sorted(folders)[:MOST_FOLDERS]) if _may_be_served(root)])
    return reply_bytes(answer_request(request, desk, hear))


def _may_be_served(root: Path) -> bool:
    try:
        return stat.S_ISDIR(root.stat().st_mode)
    except OSError:  # gone, or not to be looked at: its photos are told of, one by one
        return False


MOST_FOLDERS = 100
"""Of a selection that a server is begun for: more would not fit a command line (a choice)."""
