"""The catalogue: opened once a run, written by one, read by many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from index.catalog import embeddings, files, following_decisions, glances, photos, seen, whole_photos
from index.catalog.briefs import Briefs
from index.catalog.connection import close_with_log, connect, connect_to_read, keep_log, transaction
from index.catalog.decisions import Decisions
from index.catalog.earlier_results import with_earlier_results
from index.catalog.embeddings import Floats, Ints
from index.catalog.errors import translated
from index.catalog.many_ids import in_parts
from index.catalog.migrate import checked_version, migrate
from index.catalog.migrations import MIGRATIONS
from index.catalog.paths import ranges_of, to_bytes
from index.catalog.people_marks import PeopleMarks
from index.catalog.relocate import Relocated, relocate
from index.catalog.seen import SeenPhoto
from index.catalog.stored import FileStamp, StoredGlance, StoredPhoto
from index.catalog.upkeep import Upkeep

# Storing a batch of photos takes a few hundredths of a second; who holds the file for this long is stuck.
BUSY_TIMEOUT_S = 10.0

# Photos read back in one go: measured over 10,000 photos, 250 to 1,000 are equally fast.
_PHOTOS_AT_ONCE = 500


def open_catalog(path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> Catalog:
    """The catalogue at `path`, made if there is none, brought to the newest version if it is older.

    Raises a `CatalogError` when the file is not ours (it is left as it is), newer than this program, damaged, locked
    for longer than `busy_timeout_s`, or cannot be written. Use it in the thread that opened it.
    """
    with translated(path):
        db = connect(path, busy_timeout_s)
        try:
            _bring_up_to_date(db, path, busy_timeout_s)
        except BaseException:
            db.close()
            raise
    return Catalog(path, db)


def open_catalog_to_read(path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> Catalog:
    """The catalogue at `path` as it lies there, on a read-only disk too; only an older one is brought up to date.

    Raises a `CatalogError` when there is none, and otherwise as `open_catalog`. Storing into it is a mistake.
    """
    with translated(path, reading=True):
        db = connect_to_read(path, busy_timeout_s)
        try:
            is_old = checked_version(db, path) < len(MIGRATIONS)
        except BaseException:
            db.close()
            raise
    if is_old:
        db.close()
        return open_catalog(path, busy_timeout_s=busy_timeout_s)
    return Catalog(path, db)


def _bring_up_to_date(db: Connection, path: Path, busy_timeout_s: float) -> None:
    checked_version(db, path)
    migrate(db)
    # Only now, so that a new file carries our mark in its header from the first moment, whoever kills us.
    keep_log(db, busy_timeout_s)


class Catalog:
    """What we know of the photos. A context manager; closing it moves the write-ahead log into the file."""

    def __init__(self, path: Path, db: Connection) -> None:
        self.path = path
        self._db = db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. Does not wait for readers."""
        close_with_log(self._db)

    def store(self, new: Sequence[StoredPhoto], gone: Iterable[Path] = ()) -> None:
        """Keeps these photos, all or none, in place of what was known of the same files and of paths that are `gone`.

        Of two with the same path the last one stays. What other weights and other versions of assessors said of the
        same picture under the same path stays too; and what was advised of a photo, where only its name or its times are new.
        """
        with translated(self.path), transaction(self._db):
            known, left = self._stored_as([photo.record.path for photo in new]), tuple(gone)
            unique = _with_earlier_results(new, known)
            followed = following_decisions.read(self._db, unique, [*known, *self._stored_as(left)])
            photos.delete(self._db, left)
            whole_photos.write(self._db, unique)
            following_decisions.write(self._db, followed)

    def forget(self, paths: Iterable[Path]) -> None:
        """Drops what is known of exactly these paths; unknown paths are no error."""
        with translated(self.path), transaction(self._db):
            photos.delete(self._db, paths)

    def relocate(self, files: Iterable[Relocated]) -> None:
        """Gives files that were moved their new names, all or none; all that is known of their photos stays theirs."""
        with translated(self.path), transaction(self._db):
            relocate(self._db, files)

    def count(self) -> int:
        """How many photos are known."""
        with translated(self.path):
            return photos.count(self._db)

    def photo_at(self, path: Path) -> StoredPhoto | None:
        """The photo that has this file, judged or a companion, as it was stored."""
        name = to_bytes(path)
        with translated(self.path):
            ids = photos.ids_within(self._db, [(name, name + b"\0")])
            return next(iter(whole_photos.read(self._db, ids)), None)

    def photos_at(self, paths: Iterable[Path]) -> list[StoredPhoto]:
        """As `photo_at`, of many: each photo once, ordered by path."""
        with translated(self.path):
            return self._stored_as(paths)

    def has_file_of(self, size_bytes: int) -> bool:
        """Whether a known photo, there or missing, has a file of this size: only then can another file be the same one."""
        with translated(self.path):
            return files.has_size(self._db, size_bytes)

    def photos_by_asset(self, asset_id: str) -> list[StoredPhoto]:
        """All photos with this picture data, ordered by path."""
        with translated(self.path):
            return whole_photos.read(self._db, photos.ids_of_asset(self._db, asset_id))

    def photos_under(self, paths: Iterable[Path]) -> Iterator[StoredPhoto]:
        """The photos with a file at or below these paths, each once, ordered by path (as bytes), a few hundred at a time.

        Give paths as they were stored (absolute). A photo that another process removes meanwhile is left out.
        """
        with translated(self.path):
            ids = photos.ids_within(self._db, [part for path in paths for part in ranges_of(path)])
        for start in range(0, len(ids), _PHOTOS_AT_ONCE):
            with translated(self.path):
                found = whole_photos.read(self._db, ids[start : start + _PHOTOS_AT_ONCE])
            yield from found

    def seen_photos(self, paths: Iterable[Path] | None = None, *, missing: bool = False) -> list[SeenPhoto]:
        """The photos at or below these paths (all, where none are given), each once, ordered by path (as bytes), without
        what was said of them; those whose file is missing only if asked for.
        """
        with translated(self.path):
            if paths is None:
                ids = photos.all_ids(self._db)
            else:
                ids = photos.ids_within(self._db, [part for path in paths for part in ranges_of(path)])
        found = self.seen_by_id(ids, missing=missing)
        return [found[row_id] for row_id in ids if row_id in found]

    def present_names(self, paths: Iterable[Path]) -> set[bytes]:
        """The names of the judged files at or below these paths, but of photos that are missing."""
        with translated(self.path):
            return photos.present_names(self._db, [part for path in paths for part in ranges_of(path)])

    def seen_by_id(self, ids: Iterable[int], *, missing: bool = False) -> dict[int, SeenPhoto]:
        """As `seen_photos`, of those of these ids that are there."""
        found: dict[int, SeenPhoto] = {}
        with translated(self.path):
            for marks, part in in_parts(ids):
                found |= seen.read(self._db, marks, part, missing=missing)
        return found

    def file_stamps(self, ids: Iterable[int]) -> dict[int, tuple[FileStamp, ...]]:
        """How the files of these photos looked when they were read."""
        found: dict[int, tuple[FileStamp, ...]] = {}
        with translated(self.path):
            for marks, part in in_parts(ids):
                found |= files.read(self._db, marks, part)
        return found

    def embeddings(self, ids: Iterable[int], embedder: str) -> tuple[Ints, Floats]:
        """Those of these photos that `embedder` placed: (n,) ids ascending, and (n, D) float32 of L2 norm 1 to float16."""
        rows: list[tuple[int, bytes]] = []
        with translated(self.path):
            for marks, part in in_parts(ids):
                rows += embeddings.read_rows(self._db, marks, part, embedder)
        return embeddings.as_matrix(rows)

    def embedding_stamps(self, embedder: str, *, missing: bool = False) -> tuple[Ints, Ints]:
        """For `contents_of`: all photos that `embedder` placed, (N,) ids ascending and (N,) stamps, others for other embeddings;
        those whose file is missing only if asked for.
        """
        with translated(self.path):
            return embeddings.read_stamps(self._db, embedder, missing=missing)

    def glances(self, ids: Iterable[int], version: int) -> dict[int, StoredGlance]:
        """The glances of that version, of those of these photos that have one."""
        with translated(self.path):
            found: dict[int, StoredGlance] = {}
            for marks, part in in_parts(ids):
                found |= glances.read(self._db, marks, part)
        return {photo_id: glance for photo_id, glance in found.items() if glance.version == version}

    @property
    def briefs(self) -> Briefs:
        """The few facts that a list of photos tells of each."""
        return Briefs(self.path, self._db)

    @property
    def decisions(self) -> Decisions:
        """What was last advised of each photo."""
        return Decisions(self.path, self._db)

    @property
    def people(self) -> PeopleMarks:
        """What people said of the photos."""
        return PeopleMarks(self.path, self._db)

    @property
    def upkeep(self) -> Upkeep:
        """What keeps a library clean: missing photos, what nobody needs any more, what is damaged."""
        return Upkeep(self.path, self._db)

    def _stored_as(self, paths: Iterable[Path]) -> list[StoredPhoto]:
        names = [to_bytes(path) for path in paths]
        return whole_photos.read(self._db, photos.ids_within(self._db, [(name, name + b"\0") for name in names]))


def _with_earlier_results(new: Sequence[StoredPhoto], known: Sequence[StoredPhoto]) -> list[StoredPhoto]:
    kept = {photo.record.path: photo for photo in known}
    for photo in new:
        kept[photo.record.path] = with_earlier_results(photo, kept.get(photo.record.path))
    return [kept[path] for path in dict.fromkeys(photo.record.path for photo in new)]
