"""The vectors as the catalogue knows them now: read from their file, brought up to date, or made anew; then kept."""

from __future__ import annotations

import logging
from pathlib import Path

from index.vectors.contents import Contents
from index.vectors.errors import DamagedVectorsError
from index.vectors.store import VectorStore
from index.vectors.types import Fetch

log = logging.getLogger(__name__)

REBUILT_FROM = 0.5
"""Share of the photos that are new or gone from which the cells would fit the photos of yesterday; a choice."""


def current_vectors(path: Path, contents: Contents, fetch: Fetch, dimension: int) -> VectorStore:
    """A store that holds exactly `contents`, kept at `path` for the next time.

    A file that is lost, damaged, of other weights or much too old is made anew from the catalogue (`fetch`); one that is
    a little behind is brought up to date. A file that cannot be written costs the next run time and ends nothing.
    """
    store = _kept(path)
    if store is None or not _is_worth_following(store, contents, dimension):
        store = VectorStore.fetched(contents, fetch, dimension)
    elif store.contents.fingerprint == contents.fingerprint:
        return store
    else:
        store.follow(contents, fetch)
    try:
        store.save(path)
    except OSError as error:
        log.warning(
            "the index of look-alikes %s cannot be written (%s); the next run makes it again", path, error.strerror
        )
    return store


def _kept(path: Path) -> VectorStore | None:
    try:
        return VectorStore.load(path)
    except FileNotFoundError:
        return None
    except DamagedVectorsError as error:
        log.warning("%s; it is made anew from the catalogue, nothing is lost", error)
    except OSError as error:
        log.warning("the index of look-alikes %s cannot be read (%s); it is made anew", path, error.strerror)
    return None


def _is_worth_following(store: VectorStore, contents: Contents, dimension: int) -> bool:
    if (store.contents.weights, store.dimension) != (contents.weights, dimension):
        return False
    changes = len(store.contents.not_in(contents)) + len(contents.not_in(store.contents))
    return changes <= REBUILT_FROM * len(contents.ids)
