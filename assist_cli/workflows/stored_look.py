"""Between how a photo looks to those who compare photos, and the bytes that the catalogue keeps of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.catalog.embeddings import FLOAT16
from index.catalog.stored import StoredEmbedding, StoredGlance, StoredPhoto
from scoring.glance import GLANCE_VERSION, Glance

if TYPE_CHECKING:
    from scoring.judge import Judgement


def stored_glance(glance: Glance) -> StoredGlance:
    """The glance as bytes."""
    grey, sharpness = glance.grey, glance.sharpness
    return StoredGlance(GLANCE_VERSION, grey.tobytes(), grey.shape[1], sharpness.tobytes(), sharpness.shape[1])


def glance_from(stored: StoredGlance) -> Glance:
    """The glance as pictures; they cannot be written to. Raises `ValueError` where it is not `is_whole`."""
    return Glance(
        np.frombuffer(stored.grey, np.uint8).reshape(-1, stored.grey_width_px),
        np.frombuffer(stored.sharpness, np.uint8).reshape(-1, stored.sharpness_columns),
    )


def stored_embeddings(judged: Judgement) -> tuple[StoredEmbedding, ...]:
    """The embedding of this judgement, if it has one."""
    if judged.embedding is None:
        return ()
    return (StoredEmbedding(judged.embedder, judged.embedding.astype(FLOAT16).tobytes()),)


def can_be_compared(stored: StoredPhoto, embedder: str) -> bool:
    """Whether its glance is of this program's version, and `embedder` has placed it; nothing is asked of no embedder."""
    glance = stored.glance
    is_seen = glance is not None and glance.version == GLANCE_VERSION and glance.is_whole
    return is_seen and (not embedder or any(place.embedder == embedder for place in stored.embeddings))
