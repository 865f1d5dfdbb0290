"""Stands before every route: a request that does not pass is told so, and what it sent is not read."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from plugins.server.rate_limit import RateLimit
from plugins.server.security import Knock, Lock, Refusal, refusal

log = logging.getLogger(__name__)

FLOOD = Refusal(429, "too many requests; wait a second")


class Gate:
    """An ASGI application around another. The limit counts what was let in: a flood of refused requests keeps nobody else out."""

    def __init__(self, app: ASGIApp, lock: Lock, limit: RateLimit) -> None:
        self._app, self._lock, self._limit = app, lock, limit
        self.passed = 0
        """How many were let in."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only plain HTTP is answered."""
        if scope["type"] != "http":
            raise RuntimeError(f"no {scope['type']} here")
        why = refusal(Knock(scope["method"], _headers(scope)), self._lock)
        if why is None and not self._limit.takes_one():
            why = FLOOD
        if why is None:
            self.passed += 1
            await self._app(scope, receive, send)
            return
        log.info("refused with %d: %s", why.status, why.message)
        headers = {"connection": "close"} | ({"allow": "POST"} if why.status == 405 else {})
        await JSONResponse({"error": {"kind": "refused", "message": why.message}}, why.status, headers)(
            scope, receive, send
        )


def _headers(scope: Scope) -> dict[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for name, value in scope["headers"]:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return dict(found)
