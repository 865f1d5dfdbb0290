"""Runs the server on a free port of this machine until it is stopped, or nobody has asked for long enough."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from plugins.server.allowed_roots import AllowedRoots
from plugins.server.app import Answer, Server, make_app
from plugins.server.gate import Gate
from plugins.server.security import Lock
from plugins.server.state_file import ServerState, new_token, remove_state, write_state

LOOK_EVERY_S = 0.2
MOST_CONNECTIONS = 64
"""Far more than editors open; the next is told that it is too many (a choice)."""
GRACE_S = 2
"""How long answers may take to end when the server is stopped (as `score`)."""


@dataclass(frozen=True, slots=True)
class Serving:
    """What is served, and where it is told. `up` hears of the server once it listens."""

    answer: Answer
    program: str
    catalog: Path
    roots: Sequence[Path]
    state_file: Path
    idle_s: float
    up: Callable[[ServerState], None]
    ended: threading.Event = field(default_factory=threading.Event)
    """Set it, from any thread, to end the server."""


def listen(serving: Serving) -> None:
    """Blocks until the end; the state file is there while it listens, and taken away after. Raises `StateFileError`, `OSError`."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port = opened.getsockname()[1]
        state = ServerState(port, new_token(), os.getpid(), serving.program, str(serving.catalog))
        server = Server(Lock(port, state.token), AllowedRoots(serving.roots), serving.answer, serving.program)
        opened.listen(MOST_CONNECTIONS)
        write_state(serving.state_file, state)
        try:
            serving.up(state)
            asyncio.run(_run(make_app(server), server, opened, serving))
        finally:
            remove_state(serving.state_file, state.token)


async def _run(app: Gate, server: Server, opened: socket.socket, serving: Serving) -> None:
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        http="h11",
        loop="asyncio",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=GRACE_S,
    )
    running = uvicorn.Server(config)
    watch = asyncio.create_task(_end_when_idle(app, server, running, serving))
    try:
        await running.serve(sockets=[opened])
    finally:
        server.jobs.cancel_all()
        watch.cancel()


async def _end_when_idle(app: Gate, server: Server, running: uvicorn.Server, serving: Serving) -> None:
    passed, since_s = 0, time.monotonic()
    while not running.should_exit:
        await asyncio.sleep(LOOK_EVERY_S)
        if serving.ended.is_set():
            running.should_exit = True
        elif server.jobs.busy or app.passed != passed:
            passed, since_s = app.passed, time.monotonic()
        elif time.monotonic() - since_s >= serving.idle_s:
            running.should_exit = True
    server.jobs.cancel_all()
