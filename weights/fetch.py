"""Brings a file from its publisher: goes on where an interrupted download stopped, and trusts nothing but its digest."""

from __future__ import annotations

import errno
import http
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from weights.cache import require_room
from weights.digest import sha256
from weights.errors import WeightsError
from weights.public_checkpoint import PublishedFile

Report = Callable[[int, int | None], None]
"""Called with the bytes that are here and the bytes of the whole, where it is known."""

CHUNK_BYTES = 1 << 18
"""Small enough for a lively progress bar and a quick Ctrl-C, large enough to cost nothing beside the network."""

TIMEOUT_S = 30.0
"""A server that is silent for that long has gone; HTTP sets no limit (RFC 9110), so we must."""

PARTIAL, RANGE_NOT_SATISFIABLE = http.HTTPStatus.PARTIAL_CONTENT, http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
AGENT = "photo-assist"

DISK_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})
"""What a disk says when it cannot take a file (POSIX); it names no file, for it sees a descriptor only."""


def fetch(wanted: PublishedFile, folder: Path, report: Report) -> Path:
    """`wanted` in `folder`, whole and of its pinned sha256; what arrives lies in a `.part` file until then.

    Raises `WeightsError` where no digest is pinned, the publisher cannot be reached or sends something else; `OSError`
    where the disk is full. What had arrived is kept, and the next call goes on from there.
    """
    if wanted.sha256 is None:
        raise WeightsError(
            f"no digest is known for {wanted.file}, so it cannot be pulled",
            f"download it yourself from {wanted.url} and use: assist weights add FILE",
        )
    target = folder / wanted.file
    if target.is_file() and sha256(target) == wanted.sha256:
        return target
    part = folder / f"{wanted.file}.part"
    resumed = part.is_file() and part.stat().st_size > 0
    _receive(wanted, part, report)
    if sha256(part) != wanted.sha256 and resumed:
        # The old half may be of another version, or damaged: the whole once more, before anyone is blamed.
        part.unlink()
        _receive(wanted, part, report)
    _accept(wanted, part, target)
    return target


def _accept(wanted: PublishedFile, part: Path, target: Path) -> None:
    digest = sha256(part)
    if digest != wanted.sha256:
        part.unlink()
        raise WeightsError(
            f"{wanted.file} is not what its publisher offered: its sha256 is {digest}, not {wanted.sha256}",
            "it was thrown away; try again later, or from another network",
        )
    part.replace(target)


def _receive(wanted: PublishedFile, part: Path, report: Report) -> None:
    """Append to `part` what is missing of it."""
    have = part.stat().st_size if part.is_file() else 0
    try:
        with _open(wanted, have) as response:
            _write(response, wanted, part, have if response.status == PARTIAL else 0, report)
    except urllib.error.HTTPError as error:
        error.close()  # it is the answer itself, with its connection
        if error.code == RANGE_NOT_SATISFIABLE and have:
            return  # all of it is here already, or what is here is longer than the file: the digest tells
        raise WeightsError(
            f"{_host(wanted)} answers {error.code} {error.reason} to {wanted.url}", _hint(wanted)
        ) from error
    except urllib.error.URLError as error:
        raise WeightsError(f"{_host(wanted)} cannot be reached: {error.reason}", _hint(wanted)) from error
    except (http.client.HTTPException, TimeoutError, ConnectionError) as error:
        raise WeightsError(f"the connection to {_host(wanted)} broke: {error}", _hint(wanted)) from error


def _open(wanted: PublishedFile, have_bytes: int) -> Any:  # noqa: ANN401 - urllib's own word for its answer
    """The publisher's answer to a request for all from byte `have_bytes` on."""
    request = urllib.request.Request(wanted.url, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
    if have_bytes:
        request.add_header("Range", f"bytes={have_bytes}-")
    return urllib.request.urlopen(request, timeout=TIMEOUT_S)


def _write(response: http.client.HTTPResponse, wanted: PublishedFile, part: Path, start: int, report: Report) -> None:
    """Copy the answer into `part` from byte `start` on; an error of the disk names the file."""
    total = wanted.size_bytes if response.length is None else start + response.length
    part.parent.mkdir(parents=True, exist_ok=True)
    if total is not None:
        require_room(part.parent, total - start)
    try:
        with part.open("ab" if start else "wb") as stream:
            done = _copy(response, stream, start, wanted.size_bytes, lambda done: report(done, total))
    except OSError as error:
        if error.errno in DISK_ERRORS:
            raise OSError(error.errno, error.strerror, str(part)) from error
        raise
    if total is not None and done < total:
        raise WeightsError(
            f"the connection to {_host(wanted)} broke after {done / 1e6:.1f} of {total / 1e6:.1f} MB", _hint(wanted)
        )


def _copy(
    response: http.client.HTTPResponse,
    stream: IO[bytes],
    done: int,
    size_bytes: int | None,
    report: Callable[[int], None],
) -> int:
    """Returns how long the file is now; stops early where more arrives than the published file is long."""
    while chunk := _next(response):
        stream.write(chunk)
        done += len(chunk)
        report(done)
        if size_bytes is not None and done > size_bytes:
            break
    return done


def _next(response: http.client.HTTPResponse) -> bytes:
    """The next bytes; whatever the network says (no route, a broken TLS record) becomes a broken connection."""
    try:
        return response.read(CHUNK_BYTES)
    except OSError as error:
        raise ConnectionError(str(error)) from error


def _host(wanted: PublishedFile) -> str:
    return urlsplit(wanted.url).netloc


def _hint(wanted: PublishedFile) -> str:
    return (
        "run the same again, it goes on where it stopped; "
        f"or download {wanted.url} by other means and use: assist weights add FILE"
    )
