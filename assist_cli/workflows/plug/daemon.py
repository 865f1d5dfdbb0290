"""The server as `assist plug` meets it: asked where it is up and ours, begun for the next time where somebody wants that."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import assist_cli
from assist_cli.workflows.installed_version import program
from assist_cli.workflows.plug.plug_desk import PlugDesk
from plugins.hearing import Hear
from plugins.server.client import NoAnswer, ask, is_up
from plugins.server.state_file import ServerState, StateFileError, read_state, state_path

log = logging.getLogger(__name__)


def asked_daemon(data: bytes, desk: PlugDesk, hear: Hear) -> bytes | None:
    """Its reply; None where none is up that has our catalogue and our version, or it does not answer. Raises nothing."""
    state = _ours(desk)
    if state is None:
        return None
    try:
        return ask(state, data, hear)
    except NoAnswer:
        log.info("the server of process %d did not answer: answering here", state.pid)
        return None


PROGRAM_FOLDER = Path(assist_cli.__file__).parents[1]
"""Where a server runs. Python takes modules from the folder in which it starts: in an editor's, which may hold anybody's photos, a
file `json.py` beside them would be run. A server that stayed there would also keep a memory card from being unmounted.
"""


def begin_daemon(desk: PlugDesk, roots: Sequence[Path]) -> None:
    """Lets a server begin, and does not wait for it. It outlives this process, and ends when idle. A server that was killed leaves
    its state behind: only one that answers keeps another from beginning.
    """
    state = _ours(desk)
    if state is not None and is_up(state):
        return
    allowed = [part for root in roots for part in ("--allow", str(root))]
    options = ["--catalog", str(desk.catalog), "--device", str(desk.device)]
    try:
        subprocess.Popen(
            [sys.executable, "-m", "assist_cli", *options, "serve", "--quiet", *allowed],
            cwd=PROGRAM_FOLDER,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:  # too many processes, too little memory: this request is answered all the same
        log.warning("no server could begin: %s", error)


def _ours(desk: PlugDesk) -> ServerState | None:
    try:
        state = read_state(state_path())
    except StateFileError as error:
        log.warning("the server is not used: %s", error)
        return None
    is_ours = state is not None and state.catalog == str(desk.catalog) and state.program == program()
    return state if is_ours else None
