"""Made photos for grouping: records, glances and embeddings of drawn scenes."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import cv2
import numpy as np

from index.photo.record import ExifFacts
from scoring.glance import Glance
from scoring.groups.group_photos import group_photos
from scoring.groups.looks import Looks
from scoring.groups.seen_photo import AlikePairs, SeenPhoto
from scoring.srgb import SRGB_TO_LINEAR

NOON = datetime(2026, 5, 16, 12, 0, 0)
DIMENSION = 32
CODES = np.round(255 * np.interp(np.linspace(0, 1, 4096), SRGB_TO_LINEAR, np.linspace(0, 1, 256)))


def scene(seed, size=(120, 160)):
    """(h, w) float32 grey levels of a scene, wider than a frame of it."""
    coarse = np.random.default_rng(seed).uniform(30, 225, (size[0] // 8, size[1] // 8)).astype(np.float32)
    return cv2.resize(coarse, size[::-1], interpolation=cv2.INTER_CUBIC)


def view(picture, left=0.2, top=0.2, width=0.6):
    """(43, 64) uint8: what a frame sees of a scene; edges as shares of the scene."""
    matrix = np.array(
        [[64 / (width * 160), 0, -left * 64 / width], [0, 64 / (width * 160), -top * 120 * 64 / (width * 160)]]
    )
    seen = cv2.warpAffine(picture, matrix, (64, 43), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return np.clip(seen, 0, 255).astype(np.uint8)


def brighter(grey, ev):
    """The glance in linear light, so many EV brighter; clipped."""
    return CODES[np.round(4095 * np.clip(SRGB_TO_LINEAR[grey] * 2.0**ev, 0, 1)).astype(int)].astype(np.uint8)


def direction(seed, off=0.0, off_seed=0):
    """(32,) of L2 norm 1: a scene's embedding, `off` away from it."""
    row = np.random.default_rng(seed).standard_normal(DIMENSION)
    aside = np.random.default_rng(1000 + off_seed).standard_normal(DIMENSION)
    row = row / np.linalg.norm(row) + off * aside / np.linalg.norm(aside)
    return (row / np.linalg.norm(row)).astype(np.float32)


class MadeShoot:
    """Photos added one by one; `groups()` of them."""

    def __init__(self):
        self.photos, self.rows, self.glances = [], [], []

    def add(
        self, name, of=0, *, at_s=None, grey=None, off=0.1, sharpness=None, asset=None, size_px=(6000, 4000), **exif
    ):
        """One photo of the scene numbered `of`, taken `at_s` seconds after noon; None: without a time."""
        time = None if at_s is None else NOON + timedelta(seconds=at_s)
        facts = ExifFacts(capture_time=exif.pop("capture_time", time), **exif)
        place = len(self.photos)
        self.photos.append(SeenPhoto(Path("card") / name, asset or f"asset {place}", size_px, facts))
        self.rows.append(direction(of, off, place))
        sharpness = np.full((8, 12), 80, np.uint8) if sharpness is None else sharpness
        self.glances.append(Glance(view(scene(of)) if grey is None else grey, sharpness))
        return place

    @property
    def embeddings(self):
        """(N, 32)."""
        return np.stack(self.rows)

    def alike(self, cosine=0.6):
        """All pairs at or above."""
        similar = self.embeddings @ self.embeddings.T
        first, second = np.nonzero(np.triu(similar >= cosine, 1))
        return AlikePairs(first, second, similar[first, second])

    def looks(self):
        """As the rooms see the photos."""
        return Looks(self.embeddings, self.glances.__getitem__)

    def groups(self):
        """All groups."""
        return group_photos(self.photos, self.embeddings, self.glances.__getitem__, self.alike())
