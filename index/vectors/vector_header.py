"""The header of a file of vectors and its checksum: whether a file is whole, which takes no FAISS to tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from xxhash import xxh3_128

from index.vectors.errors import DamagedVectorsError

FORMAT = "assist.vectors/1"
CHECKSUM = "xxh3_128"
"""Of everything behind the header, then of the header's other facts."""
HEADER_BYTES = 1024
"""Ample for the line, whose longest part is the name of the weights; filled up with spaces."""
CHUNK_BYTES = 1 << 20
"""Bytes that pass through memory at once."""


def photos_if_whole(path: Path) -> int:
    """How many photos the file knows, after all of it was read; raises `DamagedVectorsError`, or `OSError`."""
    with path.open("rb") as file:
        return int(checked_facts(path, file)["count"])


def checked_facts(path: Path, file: BinaryIO) -> dict[str, Any]:
    """What the header of the file opened at `path` says, once its checksum is right; raises `DamagedVectorsError`."""
    facts = _facts(path, file.read(HEADER_BYTES))
    checksum = facts.pop(CHECKSUM, None)
    payload = Payload(len)
    while chunk := file.read(CHUNK_BYTES):
        payload.write(chunk)
    if payload.checksum_with(facts) != checksum:
        raise DamagedVectorsError(path, "its checksum is wrong")
    return facts


def header_line(facts: dict[str, Any]) -> bytes:
    """`HEADER_BYTES` that say what follows; raises `ValueError` where the facts are too long."""
    line = json.dumps(facts).encode()
    if len(line) >= HEADER_BYTES:
        raise ValueError(f"the name of the weights is too long for the header: {facts['weights']!r}")
    return line.ljust(HEADER_BYTES - 1) + b"\n"


class Payload:
    """Bytes on their way, summed."""

    def __init__(self, sink: Callable[[bytes], object]) -> None:
        self._sink, self._digest = sink, xxh3_128()

    def write(self, data: bytes) -> None:
        """Passes on what is summed."""
        self._sink(data)
        self._digest.update(data)

    def checksum_with(self, facts: dict[str, Any]) -> str:
        """32 hexadecimal digits for what passed, and then the facts of the header; the last thing to ask for."""
        self._digest.update(json.dumps(facts).encode())
        return self._digest.hexdigest()


def _facts(path: Path, line: bytes) -> dict[str, Any]:
    try:
        facts = json.loads(line)
    except ValueError as error:
        raise DamagedVectorsError(path, "it has no header of ours") from error
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise DamagedVectorsError(path, f"it is no {FORMAT}")
    return facts
