"""Whether `assist serve` is up."""

from __future__ import annotations

import logging

from plugins.server.client import is_up
from plugins.server.state_file import StateFileError, read_state, state_path

log = logging.getLogger(__name__)


def server_answers() -> bool:
    """A server whose word cannot be trusted counts as none."""
    try:
        state = read_state(state_path())
    except StateFileError as error:
        log.warning("the server is not asked: %s", error)
        return False
    return state is not None and is_up(state)
