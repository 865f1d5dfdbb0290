"""What an editor asks of us and what it is told, schema `assist.plug/1`: one JSON object each way, through whichever door."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

SCHEMA = "assist.plug/1"

MOST_PATHS = 50_000
"""The largest library that an editor may select at once (issue "Inside darktable and Lightroom Classic")."""

MOST_BYTES = 64 * 1024 * 1024
"""Of one request, a choice: 50,000 paths of 1,300 bytes each, longer than any that a camera or a person makes."""


class Verb(StrEnum):
    """What is asked."""

    RATE = "rate"
    PICK = "pick"
    CROP = "crop"
    EXPLAIN = "explain"
    PING = "ping"


class RequestError(Exception):
    """What was asked is no request that we know; `hint` says what one looks like."""

    exit_code = 2
    """As any wrong usage (interfaces)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class PlugOptions:
    """How to answer. `reject_flags`: whether a reject candidate may come back with `pick` -1; else it is 0."""

    aspect: str = "free"
    profile: str = "auto"
    rescore: bool = False
    reject_flags: bool = False


@dataclass(frozen=True, slots=True)
class PlugRequest:
    """`paths`: absolute, letter for letter as they were sent, in the order in which they are answered; one may come twice."""

    verb: Verb
    paths: tuple[str, ...] = ()
    options: PlugOptions = field(default_factory=PlugOptions)


@dataclass(frozen=True, slots=True)
class PlugError:
    """What went wrong, in words for a person. `kind`: "request", "run", or the kind of a photo's trouble."""

    kind: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlugCrop:
    """`box`: left, top, right, bottom in 0..1 of the upright picture. `turn_deg`: by how much to turn it clockwise to be level; the
    box then lies turned the other way about its own middle (docs/adr/0004-straightened-crops.md).
    """

    box: tuple[float, float, float, float]
    turn_deg: float
    aspect: str


@dataclass(frozen=True, slots=True)
class PersonSaid:
    """What we know that a person said of the photo; the editor may know more."""

    rated: bool = False
    flagged: bool = False
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class PlugResult:
    """One photo's answer; what was not asked, or could not be told, is None. With an `error` there is nothing else.

    `rating` 0..5, `pick` 1, 0 or -1, `label` green, yellow or red, `score` 0..100, `decision` as in `assist.pick/1`.
    `path` is as it was asked for. `orientation`: the EXIF tag; `size_px`: width and height of the upright picture.
    """

    path: str
    rating: int | None = None
    pick: int | None = None
    label: str | None = None
    score: float | None = None
    decision: str | None = None
    crop: PlugCrop | None = None
    keep_uncropped: bool = False
    orientation: int | None = None
    size_px: tuple[int, int] | None = None
    person: PersonSaid = field(default_factory=PersonSaid)
    why: str = ""
    better: str | None = None
    error: PlugError | None = None


@dataclass(frozen=True, slots=True)
class PlugReply:
    """`results`: one a path that was asked for, in that order. With an `error` there are none: nothing was answered."""

    verb: Verb | None
    program: str
    results: Sequence[PlugResult] = ()
    cancelled: bool = False
    error: PlugError | None = None


def parse_request(data: bytes) -> PlugRequest:
    """The request in `data`, UTF-8 JSON. Raises `RequestError` that names what is wrong."""
    if len(data) > MOST_BYTES:
        raise RequestError(
            f"the request has {len(data):,} bytes; {MOST_BYTES:,} are the most", "ask for fewer photos at once"
        )
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RequestError(
            f"the request is not JSON: {error}", "write it as UTF-8, and rename it when it is whole"
        ) from error
    _known_fields(said, "the request", ("schema", "verb", "paths", "options"))
    if said.get("schema") != SCHEMA:
        raise RequestError(
            f"schema {said.get('schema')!r} is not known; this program speaks {SCHEMA}",
            "let plug-in and program be of one version",
        )
    verb = said.get("verb")
    if not isinstance(verb, str) or verb not in list(Verb):
        raise RequestError(f"verb {verb!r} is not known", f"one of {', '.join(Verb)}")
    return PlugRequest(Verb(verb), _paths(said.get("paths", [])), _options(said.get("options", {})))


def reply_bytes(reply: PlugReply) -> bytes:
    """The reply as one line of ASCII JSON: names that are not UTF-8 come back as they were sent."""
    return (json.dumps({"schema": SCHEMA, **_plain(reply)}, separators=(",", ":")) + "\n").encode("ascii")


def request_bytes(request: PlugRequest) -> bytes:
    """The request as JSON, such that `parse_request` reads it."""
    return json.dumps({"schema": SCHEMA, **_plain(request)}, separators=(",", ":")).encode("ascii")


def _paths(said: object) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(path, str) for path in said):
        raise RequestError("paths is not a list of strings", 'such as "paths": ["/photos/IMG_0412.JPG"]')
    if len(said) > MOST_PATHS:
        raise RequestError(
            f"{len(said):,} paths were asked for; {MOST_PATHS:,} are the most", "ask for fewer photos at once"
        )
    for path in said:
        if not Path(path).is_absolute() or "\0" in path:
            raise RequestError(f"path {path!r} is not absolute", "send whole paths: the program runs in another folder")
    return tuple(said)


def _options(said: object) -> PlugOptions:
    known = {one.name: type(one.default) for one in dataclasses.fields(PlugOptions)}
    options = _known_fields(said, "options", tuple(known))
    for name, value in options.items():
        if type(value) is not known[name]:
            raise RequestError(f"option {name} is {value!r}, not {_named(known[name])}")
    return PlugOptions(**options)


def _named(kind: type) -> str:
    return "true or false" if kind is bool else "a text"


def _known_fields(said: object, what: str, known: Sequence[str]) -> Mapping[str, Any]:
    if not isinstance(said, dict):
        raise RequestError(f"{what} is not a JSON object", f"it has {', '.join(known)}")
    if strangers := sorted(said.keys() - set(known)):
        raise RequestError(
            f"{what} has a field that is not known: {', '.join(strangers)}", f"it has {', '.join(known)}"
        )
    return said


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
