"""What can be wrong inside a catalogue that opens: torn pages, rows of no photo, texts and pictures that nobody can read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

import numpy as np

from index.catalog import embeddings
from index.catalog.json_column import decoded
from index.catalog.stored import StoredGlance

JSON_COLUMNS = (
    ("photos", "id", "companions_json"),
    ("assessments", "photo_id", "reasons_json"),
    ("assessments", "photo_id", "evidence_json"),
    ("ratings", "photo_id", "rating_dist_json"),
    ("decisions", "photo_id", "reasons_json"),
)
NORM_TOLERANCE = 0.01
"""As `index.vectors.unit_rows`: what misses it was never normalised."""
LARGEST_GLANCE_BYTES = 1 << 16
"""Ten times what a long edge of 64 px can take (issue "Groups and picks"); anything more is no glance."""
ROWS_AT_ONCE = 5_000
"""Rows in memory at once; a choice."""

UNREADABLE_MARKS = "assist sidecars read PATH brings them back from the sidecars that have them"
MOVE_AWAY = "move the file away and score again: the photos are judged anew; assist sidecars read brings marks back"
SCORE_AGAIN = "assist score PATH --rescore makes them anew"


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of damage, and what to do about it."""

    message: str
    hint: str


def findings(db: Connection) -> list[Finding]:
    """Everything that is wrong; pages first, for nothing else can be trusted where those are torn."""
    return list(_torn_pages(db)) or [*_strays(db), *_unreadable_texts(db), *_bad_embeddings(db), *_bad_glances(db)]


def _torn_pages(db: Connection) -> Iterator[Finding]:
    for (verdict,) in db.execute("PRAGMA integrity_check(5)").fetchall():
        if verdict != "ok":
            yield Finding(f"damaged pages: {verdict.splitlines()[-1]}", MOVE_AWAY)


def _strays(db: Connection) -> Iterator[Finding]:
    rows = db.execute("PRAGMA foreign_key_check").fetchall()
    if rows:
        tables = ", ".join(sorted({row[0] for row in rows}))
        yield Finding(f"rows of photos that are not there: {len(rows)} ({tables})", MOVE_AWAY)


def _unreadable_texts(db: Connection) -> Iterator[Finding]:
    for table, photo, column in JSON_COLUMNS:
        bad = sum(not _is_json(text) for text in _suspects(db, f"SELECT {column} FROM {table}"))
        if bad:
            first = _first_photo(db, table, photo, column)
            yield Finding(f"unreadable texts in {table}.{column}: {bad}, the first of {first}", MOVE_AWAY)
    lost = [path for path, told in db.execute("SELECT path_text, marks_json FROM people_marks") if not _is_json(told)]
    if lost:
        yield Finding(f"unreadable marks that people gave: {len(lost)}, the first of {lost[0]}", UNREADABLE_MARKS)


def _suspects(db: Connection, query: str) -> Iterator[str]:
    """Texts of those blocks of rows that cannot be read in one go; the others are sound."""
    for rows in _blocks(db, query):
        texts = [row[0] for row in rows]
        try:
            if len(decoded(texts)) == len(texts):
                continue
        except (TypeError, ValueError):
            pass
        yield from texts


def _is_json(text: object) -> bool:
    try:
        json.loads(str(text))
    except ValueError:
        return False
    return True


def _first_photo(db: Connection, table: str, photo: str, column: str) -> str:
    owner = f"(SELECT path_text FROM photos AS owner WHERE owner.id = {table}.{photo})"
    rows = db.execute(f"SELECT {owner}, {column} FROM {table}")
    return next((str(path) for path, text in rows if not _is_json(text)), "no photo")


def _bad_embeddings(db: Connection) -> Iterator[Finding]:
    for (embedder,) in db.execute("SELECT DISTINCT embedder FROM embeddings").fetchall():
        usual = embeddings.usual_length(
            data for (data,) in db.execute("SELECT embedding FROM embeddings WHERE embedder = ?", [embedder])
        )
        rows = _blocks(db, "SELECT embedding FROM embeddings WHERE embedder = ?", [embedder])
        odd, unnormed = map(sum, zip(*(_bad_rows([row[0] for row in block], usual) for block in rows), strict=True))
        if odd:
            yield Finding(f"embeddings by {embedder} with more or fewer numbers than the others: {odd}", SCORE_AGAIN)
        if unnormed:
            yield Finding(f"embeddings by {embedder} that are not of length 1: {unnormed}", SCORE_AGAIN)


def _bad_rows(rows: list[bytes], usual: int) -> tuple[int, int]:
    good = [row for row in rows if len(row) == usual]
    table = np.frombuffer(b"".join(good), embeddings.FLOAT16).astype(np.float32).reshape(len(good), -1 if good else 0)
    with np.errstate(over="ignore", invalid="ignore"):
        norms = np.sqrt(np.einsum("ij,ij->i", table, table))
        unnormed = len(good) - int((np.abs(norms - 1.0) <= NORM_TOLERANCE).sum())  # nan is counted too
    return len(rows) - len(good), unnormed


def _bad_glances(db: Connection) -> Iterator[Finding]:
    query = "SELECT version, grey, grey_width_px, sharpness, sharpness_columns FROM glances"
    bad = sum(not _is_glance(StoredGlance(*row)) for block in _blocks(db, query) for row in block)
    if bad:
        yield Finding(f"glances without the shape of a picture: {bad}", SCORE_AGAIN)


def _is_glance(glance: StoredGlance) -> bool:
    return glance.is_whole and len(glance.grey) + len(glance.sharpness) <= LARGEST_GLANCE_BYTES


def _blocks(db: Connection, query: str, parameters: Iterable[str] = ()) -> Iterator[list[Any]]:
    cursor = db.execute(query, list(parameters))
    while rows := cursor.fetchmany(ROWS_AT_ONCE):
        yield rows
