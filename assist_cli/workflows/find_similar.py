"""Which photos of the library look most like one: asked of the index of look-alikes, which follows the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assist_cli.failures import AssistError
from assist_cli.workflows.file_stamps import is_absent
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.rating_weights import embedder_stamp
from assist_cli.workflows.see_shoot import Report, SeenShoot, ShootRequest, see_shoot
from assist_cli.workflows.vectors_place import vectors_beside
from index.catalog.database import Catalog, open_catalog
from index.catalog.seen import SeenPhoto
from index.vectors.contents import contents_of
from index.vectors.current import current_vectors
from index.vectors.types import Floats, Ints
from weights.registry import EMBEDDER_WEIGHTS, bundled_entries

NOT_ALIKE_BELOW = 0.5
"""Share of the cosine that one pair of different scenes in 1,000 passes; a choice. Where most pairs of strangers lie, "alike" of
any degree would be wrong."""
WIDER = 4
"""So many times more are asked for where too many of the nearest are no longer there; a choice."""


@dataclass(frozen=True, slots=True)
class SimilarPhoto:
    """One photo of the library. `cosine` in [-1, 1]: of the two embeddings; 1 = the same picture."""

    photo: SeenPhoto
    cosine: float
    words: str


@dataclass(frozen=True, slots=True)
class Similar:
    """The most alike first."""

    path: Path
    found: Sequence[SimilarPhoto]


def find_similar(request: ShootRequest, top: int, progress: Progress, report: Report) -> Similar:
    """The `top` photos of the catalogue that look most like the one photo of `request`, which is judged first if need be.

    Photos whose files are not there, deleted or on a disk that is not plugged in, are left out. Raises as `score_photos`, and
    `AssistError` where it cannot be read.
    """
    with open_catalog(request.catalog) as catalog:
        seen = see_shoot(request, catalog, progress, report)
        path, query = _asked(request, seen)
        found = _nearest(catalog, query, top + 1)
    others = [one for one in found if one.photo.path != path]
    return Similar(path, others[:top])


def _asked(request: ShootRequest, seen: SeenShoot) -> tuple[Path, Floats]:
    if seen.unread:
        raise AssistError(f"{seen.unread[0].path.name} cannot be read: {seen.unread[0].message}", "name another photo")
    if len(seen.photos) != 1:
        raise AssistError(f"{request.paths[0]} holds {len(seen.photos)} photos", "name one photo")
    return seen.photos[0].path, seen.embeddings


def _nearest(catalog: Catalog, query: Floats, top: int) -> list[SimilarPhoto]:
    """The nearest `top` whose files are there: the mark of a missing photo comes only with the next look through its folder."""
    embedder = embedder_stamp()
    contents = contents_of(embedder, *catalog.embedding_stamps(embedder))

    def fetch(ids: Ints) -> tuple[Ints, Floats]:
        return catalog.embeddings(ids.tolist(), embedder)

    store = current_vectors(vectors_beside(catalog.path), contents, fetch, query.shape[1])
    wanted = top
    while True:
        ids, cosines = store.search(query, wanted)
        found = _there(catalog, ids[0], cosines[0])
        if len(found) >= top or wanted >= len(store):
            return found[:top]
        wanted *= WIDER


def _there(catalog: Catalog, ids: Ints, cosines: Floats) -> list[SimilarPhoto]:
    photos = catalog.seen_by_id(ids.tolist())
    alike = zip(ids.tolist(), np.clip(cosines, -1.0, 1.0).tolist(), strict=True)
    return [
        SimilarPhoto(photos[one], cosine, likeness_in_words(cosine))
        for one, cosine in alike
        if one in photos and not is_absent(photos[one].path)
    ]


def likeness_in_words(cosine: float) -> str:
    """What a cosine means, by what the embedder's entry measured on photos of different scenes."""
    measured = bundled_entries()[EMBEDDER_WEIGHTS].facts["validation"]
    if cosine >= measured["one_in_10000"]["cosine"]:
        return "very much alike"
    if cosine >= measured["one_in_1000"]["cosine"]:
        return "alike"
    return "a little alike" if cosine >= NOT_ALIKE_BELOW * measured["one_in_1000"]["cosine"] else "not alike"
