"""The routes, behind the checks of `security`: nothing is read, and nothing said of what there is, before all are passed."""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from plugins.hearing import Hear
from plugins.protocol import MOST_BYTES, PlugError, PlugReply, PlugRequest, RequestError, parse_request, reply_bytes
from plugins.server.allowed_roots import AllowedRoots
from plugins.server.gate import Gate
from plugins.server.jobs import NAME, Job, Jobs
from plugins.server.rate_limit import RateLimit
from plugins.server.security import TOO_LARGE, Lock, Refusal

log = logging.getLogger(__name__)

Answer = Callable[[PlugRequest, Hear], PlugReply]
JOB_HEADER = "assist-job"
"""A name that the client chooses, to ask how far this request is, or to stop it."""


@dataclass
class Server:
    """What the routes share."""

    lock: Lock
    roots: AllowedRoots
    answer: Answer
    program: str
    jobs: Jobs = field(default_factory=Jobs)
    limit: RateLimit = field(default_factory=RateLimit)


def make_app(server: Server) -> Gate:
    """The whole application. POST /v1/ping, /v1/plug, /v1/progress, /v1/cancel; there is nothing else."""
    routes = [
        Route("/v1/ping", partial(_ping, server=server), methods=["POST"]),
        Route("/v1/plug", partial(_plug, server=server), methods=["POST"]),
        Route("/v1/progress", partial(_progress, server=server), methods=["POST"]),
        Route("/v1/cancel", partial(_cancel, server=server), methods=["POST"]),
    ]
    return Gate(Starlette(routes=routes), server.lock, server.limit)


async def _ping(_request: Request, server: Server) -> Response:
    return JSONResponse({"program": server.program})


async def _plug(request: Request, server: Server) -> Response:
    data = await body_of(request)
    if data is None:
        return refused(TOO_LARGE)
    try:
        asked = parse_request(data)
    except RequestError as error:
        return _reply(400, PlugReply(None, server.program, error=PlugError("request", str(error), error.hint)))
    name = request.headers.get(JOB_HEADER) or uuid.uuid4().hex
    if not NAME.fullmatch(name):
        return refused(Refusal(400, f"{JOB_HEADER} is up to 64 letters, digits, - and _"))
    with server.jobs.begun(name) as job:
        if job is None:
            return refused(Refusal(429, "too many requests wait already, or one of that name"))
        return await run_in_threadpool(_answered, asked, job, server)


def _answered(asked: PlugRequest, job: Job, server: Server) -> Response:
    """In a thread: looking where 50,000 paths lead takes a second, too."""
    if _names_a_file(asked.options.profile):
        return refused(Refusal(403, "a profile of your own is read by assist plug, not by this server"))
    if (path := server.roots.outside(asked.paths)) is not None:
        return refused(Refusal(403, f"{path} is in no folder that this server may read; assist serve --allow FOLDER"))
    try:
        with server.jobs.turn():
            return _reply(200, server.answer(asked, job.hear))
    except Exception as error:
        log.exception("a request was not answered")
        told = PlugError(
            "run", f"unexpected {type(error).__name__}: {error}", "report what assist serve --verbose prints"
        )
        return _reply(500, PlugReply(asked.verb, server.program, error=told))


async def _progress(request: Request, server: Server) -> Response:
    job = server.jobs.named(await _job_name(request))
    if job is None:
        return refused(Refusal(404, "no such request is being answered"))
    said = job.progress
    return JSONResponse({"done": said.done, "total": said.total, "words": said.words})


async def _cancel(request: Request, server: Server) -> Response:
    job = server.jobs.named(await _job_name(request))
    if job is None:
        return refused(Refusal(404, "no such request is being answered"))
    job.cancelled = True
    return JSONResponse({"cancelled": True})


async def _job_name(request: Request) -> object:
    data = await body_of(request)
    try:
        said = json.loads(data or b"null")
    except (ValueError, RecursionError):
        return None
    return said.get("job") if isinstance(said, dict) else None


async def body_of(request: Request) -> bytes | None:
    """What was sent; None as soon as it is more than may be, whatever it said of its length."""
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > MOST_BYTES:
            return None
        parts.append(part)
    return b"".join(parts)


def refused(why: Refusal) -> Response:
    """Told in plain words; without a header that would let a page read them."""
    return JSONResponse({"error": {"kind": "refused", "message": why.message}}, why.status)


def _names_a_file(profile: str) -> bool:
    return any(sign in profile for sign in "/\\.")


def _reply(status: int, reply: PlugReply) -> Response:
    return Response(reply_bytes(reply), status, media_type="application/json")
