"""Asks a server that is up, with nothing but the standard library: importing more would cost what the server saves."""

from __future__ import annotations

import http.client
import json
import threading
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from plugins.hearing import Cancelled, Hear, PlugProgress
from plugins.protocol import SCHEMA
from plugins.server.state_file import ServerState, is_running

ANSWERS_WITHIN_S = 2.0
"""A server that is up says so at once; one that does not is passed over."""
LOOK_EVERY_S = 0.2
STOPS_WITHIN_S = 30.0
"""A server that was told to stop does so after the photo at hand. One that hangs, on a disk that is gone say, is left alone: a
cancel must end it for the person (a choice: longer than any photo takes).
"""


class NoAnswer(Exception):  # noqa: N818 - the caller answers itself
    """The server is gone, refuses, or speaks another version."""


def is_up(state: ServerState) -> bool:
    """Whether it answers. Whoever took the port of a server that is gone is neither asked nor shown the token."""
    if not is_running(state):
        return False
    try:
        return _post(state, "/v1/ping", b"{}", timeout_s=ANSWERS_WITHIN_S)[0] == 200
    except NoAnswer:
        return False


@dataclass
class _Call:
    """One request on its way, in a thread of its own."""

    state: ServerState
    data: bytes
    job: str = field(default_factory=lambda: uuid.uuid4().hex)
    done: threading.Event = field(default_factory=threading.Event)
    answer: tuple[int, bytes] | None = None

    def run(self) -> None:
        try:
            self.answer = _post(self.state, "/v1/plug", self.data, job=self.job)
        except NoAnswer:
            self.answer = None
        finally:
            self.done.set()


def ask(state: ServerState, data: bytes, hear: Hear) -> bytes:
    """The reply to the request `data`. `hear` is told how far it is; where it raises `Cancelled` the server is told to stop, and
    what it has by then is the reply. Raises `NoAnswer`, also where it does not stop."""
    if not is_up(state):
        raise NoAnswer
    call = _Call(state, data)
    threading.Thread(target=call.run, daemon=True).start()
    said, cancelled_s = PlugProgress(0, 0, "waiting"), None
    while not call.done.wait(LOOK_EVERY_S):
        if cancelled_s is not None:
            if time.monotonic() - cancelled_s > STOPS_WITHIN_S:
                raise NoAnswer
            continue
        said = _said(_job(state, "/v1/progress", call.job)) or said
        try:
            hear(said)
        except Cancelled:
            cancelled_s = time.monotonic()
            _job(state, "/v1/cancel", call.job)
    if call.answer is None or call.answer[0] != 200 or not call.answer[1].startswith(f'{{"schema":"{SCHEMA}"'.encode()):
        raise NoAnswer
    return call.answer[1]


def _said(told: dict[str, Any] | None) -> PlugProgress | None:
    return PlugProgress(int(told["done"]), int(told["total"]), str(told["words"])) if told else None


def _job(state: ServerState, route: str, job: str) -> dict[str, Any] | None:
    try:
        status, body = _post(state, route, json.dumps({"job": job}).encode(), timeout_s=ANSWERS_WITHIN_S)
        said = json.loads(body) if status == 200 else None
    except (NoAnswer, ValueError):  # the answer itself will tell
        return None
    return said if isinstance(said, dict) else None


def _post(
    state: ServerState, route: str, data: bytes, timeout_s: float | None = None, job: str | None = None
) -> tuple[int, bytes]:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {state.token}"}
    connection = http.client.HTTPConnection("127.0.0.1", state.port, timeout=timeout_s)
    try:
        connection.request("POST", route, data, headers | ({"Assist-Job": job} if job else {}))
        response = connection.getresponse()
        return response.status, response.read()
    except (OSError, http.client.HTTPException) as error:
        raise NoAnswer from error
    finally:
        connection.close()
