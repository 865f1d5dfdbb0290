"""The file of a vector store: a line of JSON that says what follows, then the contents, then FAISS's own bytes."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import faiss
import numpy as np

from index.vectors.contents import Contents
from index.vectors.errors import DamagedVectorsError
from index.vectors.index_kind import FaissIndex
from index.vectors.vector_header import (
    CHECKSUM,
    CHUNK_BYTES,
    FORMAT,
    HEADER_BYTES,
    Payload,
    checked_facts,
    header_line,
)


def write_vectors(path: Path, contents: Contents, index: FaissIndex) -> None:
    """Write beside `path`, then rename; raises `OSError` that names `path`, and leaves nothing half-written."""
    with _replaced(path) as file:
        file.write(b" " * HEADER_BYTES)
        payload = Payload(file.write)
        payload.write(contents.ids.tobytes())
        payload.write(contents.stamps.tobytes())
        _write_index(index, payload.write)
        file.seek(0)
        facts = {"format": FORMAT, "weights": contents.weights, "count": len(contents.ids), "dimension": index.d}
        file.write(header_line(facts | {CHECKSUM: payload.checksum_with(facts)}))


def read_vectors(path: Path) -> tuple[Contents, FaissIndex]:
    """What was written; raises `DamagedVectorsError` before FAISS sees a byte that we did not write, or `OSError`."""
    with path.open("rb") as file:
        facts = checked_facts(path, file)
        file.seek(HEADER_BYTES)
        return _parsed(path, file, facts)


def _parsed(path: Path, file: BinaryIO, facts: dict[str, Any]) -> tuple[Contents, FaissIndex]:
    ids, stamps = (np.frombuffer(file.read(8 * facts["count"]), np.int64) for _ in range(2))
    try:
        index = faiss.read_index(faiss.PyCallbackIOReader(file.read, CHUNK_BYTES))
    except RuntimeError as error:  # written by a FAISS that this one does not understand
        raise DamagedVectorsError(path, "FAISS cannot read it") from error
    return Contents(facts["weights"], ids, stamps), index


def _write_index(index: FaissIndex, write: Callable[[bytes], None]) -> None:
    failures: list[OSError] = []

    def careful(data: bytes) -> int:
        # FAISS would turn a full disk into a RuntimeError; told that all went well, it ends, and we say what happened.
        try:
            if not failures:
                write(data)
        except OSError as error:
            failures.append(error)
        return len(data)

    faiss.write_index(index, faiss.PyCallbackIOWriter(careful, CHUNK_BYTES))
    if failures:
        raise failures[0]


@contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    # Beside the target, because a rename is atomic only within one file system; named for nobody else.
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            part.unlink()
