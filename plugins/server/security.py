"""What a request must be to be let in: one check a function, in this order, each with the status that it refuses with.

A web page that the user has open can send requests to this machine too: from its own origin, by a form, or under a host name that
it makes point here (DNS rebinding). Another user of the machine can open the port. Neither knows the token, and each is refused
before that is even asked for.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plugins.protocol import MOST_BYTES

Headers = Mapping[str, Sequence[str]]
"""Lower-case names, each with all its values."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An HTTP status, and why in plain words. Nothing is said that would help to be let in."""

    status: int
    message: str


@dataclass(frozen=True, slots=True)
class Knock:
    """What is known of a request before its body is read."""

    method: str
    headers: Headers


@dataclass(frozen=True, slots=True)
class Lock:
    """What a request is held against."""

    port: int
    token: str


def wrong_host(knock: Knock, lock: Lock) -> Refusal | None:
    """Only our own address: a rebound name carries the page's (421, RFC 9110 15.5.20)."""
    hosts = knock.headers.get("host", ())
    if len(hosts) == 1 and hosts[0].lower() in {f"127.0.0.1:{lock.port}", f"localhost:{lock.port}"}:
        return None
    return Refusal(421, "this server answers to its own address only")


def from_a_page(knock: Knock, _lock: Lock) -> Refusal | None:
    """A browser says whose page asks; no plug-in does. `Origin: null` is a page too."""
    if any(name == "origin" or name.startswith("sec-fetch-") for name in knock.headers):
        return Refusal(403, "web pages are not answered")
    return None


def wrong_method(knock: Knock, _lock: Lock) -> Refusal | None:
    """No GET, that a link or an image could send, and no OPTIONS, that would ask whether pages may."""
    return None if knock.method == "POST" else Refusal(405, "POST is the only method")


def not_json(knock: Knock, _lock: Lock) -> Refusal | None:
    """A page can send forms and plain text without being asked first, but no JSON (Fetch standard, CORS-safelisted headers)."""
    kinds = knock.headers.get("content-type", ())
    if len(kinds) == 1 and kinds[0].partition(";")[0].strip().lower() == "application/json":
        return None
    return Refusal(415, "send application/json")


def no_token(knock: Knock, lock: Lock) -> Refusal | None:
    """Compared in a time that says nothing of how much of it was right."""
    said = knock.headers.get("authorization", ())
    given = said[0].encode("latin-1", "replace") if len(said) == 1 else b""
    is_right = hmac.compare_digest(given, f"Bearer {lock.token}".encode("ascii"))
    return None if is_right else Refusal(401, "the token is missing or wrong")


def too_large(knock: Knock, _lock: Lock) -> Refusal | None:
    """By what it says of itself; what it does not say is counted while it is read."""
    lengths = knock.headers.get("content-length", ())
    if all(
        length.isascii() and length.isdecimal() and len(length) < 20 and int(length) <= MOST_BYTES for length in lengths
    ):
        return None
    return TOO_LARGE


TOO_LARGE = Refusal(413, f"at most {MOST_BYTES:,} bytes")

CHECKS: Sequence[Callable[[Knock, Lock], Refusal | None]] = (
    wrong_host,
    from_a_page,
    wrong_method,
    not_json,
    no_token,
    too_large,
)


def refusal(knock: Knock, lock: Lock) -> Refusal | None:
    """The first thing that is wrong with it."""
    return next((refused for check in CHECKS if (refused := check(knock, lock))), None)
