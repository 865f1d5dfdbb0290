"""Planted shoots as the product sees them: every frame is embedded and glanced at by the product's own rooms."""

from __future__ import annotations

import pickle
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.photo.record import ExifFacts
from scoring.engines.embedder import Embedder
from scoring.engines.rating_engine import open_rating_engine
from scoring.frame import Frame
from scoring.glance import Glance, glance_at
from scoring.shrink import shrunk_to_long_edge
from tests.benchmarks.planted.library import plan, planted


class SeenShot(NamedTuple):
    """A planted shot without its pixels."""

    picture: str
    after_s: float
    ev: float
    what: str
    copy_name: str | None
    size_px: tuple[int, int]
    embedding: np.ndarray
    glance: Glance
    thumbnail: np.ndarray


class Eye:
    """The product's own way of seeing."""

    def __init__(self):
        self.rating = open_rating_engine("cpu")
        self.embedder = Embedder(self.rating)

    def embedding(self, rgb):
        """(D,) float32 of L2 norm 1."""
        return self.embedder.rate(self.rating, frame_of(rgb).working)[1]

    def seen(self, picture, shot):
        """The shot as grouping sees it."""
        glance = glance_at(frame_of(shot.rgb))
        size_px = (shot.rgb.shape[1], shot.rgb.shape[0])
        facts = (picture.path.name, shot.after_s, shot.ev, shot.what, shot.copy_name, size_px)
        return SeenShot(*facts, self.embedding(shot.rgb), glance, shrunk_to_long_edge(shot.rgb, 128))


def frame_of(rgb):
    """A frame of nothing but pixels."""
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def planted_shoot(name, pictures, seed):
    """[(kind, [SeenShot, ...]), ...] in the order of the shoot; kept in the system's temporary folder, for it takes minutes."""
    eye = Eye()
    path = Path(tempfile.gettempdir()) / "photo-assist-benchmark" / f"{name}-{seed}-{eye.embedder.weights}.pickle"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pickle.dumps(_made(eye, pictures, seed)))
    return pickle.loads(path.read_bytes())


def _made(eye, pictures, seed):
    embeddings = np.stack([eye.embedding(picture.rgb()) for picture in pictures])
    cosines = embeddings @ embeddings.T - 2 * np.eye(len(pictures))
    moments = []
    for kind, place, own_seed in plan(len(pictures), cosines.argmax(axis=1), seed):
        moment = planted(kind, pictures[place].rgb(), own_seed)
        moments.append((kind, [eye.seen(pictures[place], shot) for shot in moment.shots]))
    return moments
