"""One answer to an editor's request: a result a path, whatever happens to it."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

from assist_cli.failures import ExitCode, told
from assist_cli.workflows.installed_version import program
from assist_cli.workflows.plug.asked_photos import real_name, sorted_out
from assist_cli.workflows.plug.person_said import person_said
from assist_cli.workflows.plug.plug_desk import Answered, Asked, PlugDesk
from plugins.hearing import Cancelled, Hear, PlugProgress
from plugins.protocol import PersonSaid, PlugError, PlugReply, PlugRequest, PlugResult, Verb

ROOM = "assist_cli.workflows.plug"
"""Where each verb has a file, and a function, of its name."""

NOT_DONE = PlugError("cancelled", "this photo was not looked at: it was cancelled before", "run it again to go on")
NOT_TOLD = PlugError(
    "not_a_photo", "this is not a photo that can be read", "select a JPEG, PNG, TIFF, WebP, HEIC, AVIF or RAW"
)


def answer_request(request: PlugRequest, desk: PlugDesk, hear: Hear) -> PlugReply:
    """The reply; `hear` is told how far it is, and raises `Cancelled` to stop it. Trouble that ends it is the reply's `error`."""
    try:
        return _answered(request, desk, hear)
    except Exception as error:  # the editor shows it; a bug's traceback is told by the door, in its log
        if not hasattr(error, "exit_code") and not isinstance(error, OSError):
            raise
        return failed(request.verb, error)


def failed(verb: Verb | None, error: Exception) -> PlugReply:
    """That nothing was answered, and why."""
    trouble = told(error)
    kind = "request" if trouble.exit_code == ExitCode.USAGE else "run"
    return PlugReply(verb, program(), error=PlugError(kind, trouble.message, trouble.hint))


def _answered(request: PlugRequest, desk: PlugDesk, hear: Hear) -> PlugReply:
    if request.verb is Verb.PING:
        return PlugReply(request.verb, program())
    names, troubles = sorted_out(request.paths)
    answers: list[Answered] = []
    cancelled = False
    try:
        hear(PlugProgress(0, len(names), f"{len(names)} photos to look at"))
        if names:
            for one in _verb(request.verb)(Asked(names, request.options, hear), desk):
                answers.append(one)  # noqa: PERF402 - those before a cancel are kept
    except Cancelled:
        cancelled = True
    people = person_said([one.record for one in answers if one.record is not None], desk.catalog)
    found = _by_file(answers, people)
    otherwise = NOT_DONE if cancelled else NOT_TOLD
    results = [_result(path, found, troubles, otherwise) for path in request.paths]
    return PlugReply(request.verb, program(), results, cancelled)


def _verb(verb: Verb) -> Callable[[Asked, PlugDesk], Iterator[Answered]]:
    """How it is answered, imported when it is asked for: each brings what the others need not wait for."""
    answer: Callable[[Asked, PlugDesk], Iterator[Answered]] = getattr(import_module(f"{ROOM}.{verb}"), verb)
    return answer


def _by_file(answers: list[Answered], people: Mapping[Path, PersonSaid]) -> dict[Path, PlugResult]:
    found: dict[Path, PlugResult] = {}
    for one in answers:
        result = one.result
        if one.record is not None:
            result = dataclasses.replace(result, person=people.get(one.record.path, result.person))
        for file in one.files:
            # A photo's own trouble goes before what is said of the picture by another of its files.
            if one.record is None or file not in found:
                found[file] = result
    return found


def _result(
    path: str, found: Mapping[Path, PlugResult], troubles: Mapping[Path, PlugError], otherwise: PlugError
) -> PlugResult:
    real = real_name(path)
    if real in troubles:
        return PlugResult(path, error=troubles[real])
    told_of = found.get(real) or found.get(Path(os.path.realpath(real)))
    return dataclasses.replace(told_of, path=path) if told_of else PlugResult(path, error=otherwise)
