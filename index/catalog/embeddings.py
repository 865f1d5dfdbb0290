"""The table `embeddings`: one row per photo and embedder, where that places the photo among others."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

import numpy as np
import numpy.typing as npt
from xxhash import xxh3_64_intdigest

from index.catalog.photo_rows import gathered, insert
from index.catalog.stored import StoredEmbedding

log = logging.getLogger(__name__)

FLOAT16 = np.dtype("<f2")
"""IEEE 754 half precision, little-endian: 320 numbers of a unit vector keep their cosines within 0.001 in half the room."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


def write(db: Connection, embeddings_by_photo: Iterable[tuple[int, Sequence[StoredEmbedding]]]) -> None:
    """Adds the embeddings of photos that have none yet; a photo may go without."""
    insert(db, "embeddings", embeddings_by_photo, _columns)


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, tuple[StoredEmbedding, ...]]:
    """The embeddings of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        f"SELECT photo_id, embedder, embedding FROM embeddings WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    )
    return gathered((photo_id, StoredEmbedding(embedder, embedding)) for photo_id, embedder, embedding in rows)


def read_rows(db: Connection, marks: str, ids: Sequence[int], embedder: str) -> list[tuple[int, bytes]]:
    """(photo's id, its embedding by this embedder) in no order; `marks` is one `?` for each id."""
    found: list[tuple[int, bytes]] = db.execute(
        f"SELECT photo_id, embedding FROM embeddings WHERE photo_id IN ({marks}) AND embedder = ?", [*ids, embedder]
    ).fetchall()
    return found


def read_stamps(db: Connection, embedder: str, *, missing: bool) -> tuple[Ints, Ints]:
    """(N,) ids ascending and (N,) stamps of all photos embedded so, with or without those whose file is missing."""
    present = "" if missing else "AND photo_id NOT IN (SELECT id FROM photos WHERE missing_since IS NOT NULL)"
    rows = db.execute(
        f"SELECT photo_id, stamp FROM embeddings WHERE embedder = ? {present} ORDER BY photo_id", [embedder]
    ).fetchall()
    table = np.array(rows, np.int64).reshape(-1, 2)
    return np.ascontiguousarray(table[:, 0]), np.ascontiguousarray(table[:, 1])


def as_matrix(rows: Sequence[tuple[int, bytes]]) -> tuple[Ints, Floats]:
    """(n,) ids ascending and (n, D) float32; rows of another length than most are damaged and left out."""
    usual_bytes = usual_length(data for _, data in rows)
    good = sorted(row for row in rows if len(row[1]) == usual_bytes)
    if len(good) < len(rows):
        log.warning("damaged embeddings left out: %d; see: assist catalogue check", len(rows) - len(good))
    table = np.frombuffer(b"".join(data for _, data in good), FLOAT16).astype(np.float32)
    return np.array([row_id for row_id, _ in good], np.int64), table.reshape(len(good), usual_bytes // FLOAT16.itemsize)


def usual_length(rows: Iterable[bytes]) -> int:
    """The length in bytes that most rows of whole numbers have; 0 where there are none."""
    lengths = Counter(len(data) for data in rows if len(data) % FLOAT16.itemsize == 0)
    return max(lengths, key=lambda length: lengths[length], default=0)


def _columns(place: StoredEmbedding) -> dict[str, Any]:
    return {"embedder": place.embedder, "embedding": place.embedding, "stamp": _stamp(place.embedding)}


def _stamp(embedding: bytes) -> int:
    """64 bits of its content; SQLite's and FAISS's integers are signed."""
    return xxh3_64_intdigest(embedding) - (1 << 63)
