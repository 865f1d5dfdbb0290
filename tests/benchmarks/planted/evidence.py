"""What clocks and names say of a planted shoot, in four variants: from everything to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

from index.photo.record import ExifFacts
from scoring.groups.seen_photo import AlikePairs, SeenPhoto
from tests.benchmarks.planted.library import BRACKET, KEEP_ALL, NEGATIVES

FULL, WHOLE_SECONDS, NUMBERS, NOTHING = "EXIF", "EXIF, whole seconds", "numbers only", "nothing"
VARIANTS = (FULL, WHOLE_SECONDS, NUMBERS, NOTHING)
FIRST_NUMBER = 9_700
"""So that the reel rolls over."""
BEGIN = datetime(2026, 5, 16, 9, 0, 0, 137_000)


@dataclass(frozen=True)
class Library:
    """A shoot as grouping sees it, and its truth.

    `truth` (N,): photos of one number belong together. `kinds` (N,): what was planted, and `moments` (N,) with which others.
    """

    photos: list[SeenPhoto]
    embeddings: np.ndarray
    glances: list
    truth: np.ndarray
    kinds: list[str]
    moments: np.ndarray
    details: list[str]

    def alike(self, cosine):
        """Pairs at or above `cosine`, as the vectors' room gives them."""
        similar = self.embeddings @ self.embeddings.T
        first, second = np.nonzero(np.triu(similar >= cosine, 1))
        return AlikePairs(first, second, similar[first, second])


def library_of(variant, moments, seed=5):
    """The shoot of `moments`: lists of `SeenShot`."""
    chance = np.random.default_rng(seed)
    rows, number, moment_s = [], FIRST_NUMBER, 0.0
    for at, (kind, shots) in enumerate(moments):
        moment_s += float(chance.choice([3.0, 8.0, 40.0, 300.0, 1500.0]))
        tag = chance.integers(3)
        original = None
        for step, shot in enumerate(shots):
            moment_s += shot.after_s
            exposure_ev = shot.ev if kind in KEEP_ALL else float(chance.normal(0, 0.12))
            if shot.copy_name is None:
                number += 1
                original = shot_facts(moment_s, number, exposure_ev, shot.ev if tag == 0 else 0.0, tag == 1)
            stem, exif = original
            if shot.copy_name is not None:
                stem, exif = stem + shot.copy_name, exif if tag else ExifFacts()
            elif kind != BRACKET:
                exif = plain(exif)
            rows.append((seen(variant, stem, exif, shot, chance), shot, at, kind, step))
    if variant == NOTHING:
        rows = [rows[at] for at in chance.permutation(len(rows))]
    return assembled(rows)


def plain(exif):
    """No word of a bracket."""
    return ExifFacts(exif.camera, None, exif.capture_time, exif.iso, exif.f_number, exif.exposure_time_s, 0.0)


def shot_facts(moment_s, number, ev, bias_ev, auto_bracket):
    """Stem and EXIF of the next shot."""
    exif = ExifFacts(
        camera="Planted P1",
        capture_time=BEGIN + timedelta(seconds=moment_s),
        iso=100,
        f_number=8.0,
        exposure_time_s=float(f"{2.0**ev / 250:.2g}"),
        exposure_bias_ev=bias_ev,
        auto_bracket=bool(auto_bracket),
    )
    return f"IMG_{(number - 1) % 9_999 + 1:04d}", exif


def seen(variant, stem, exif, shot, chance):
    """The photo as the variant tells of it."""
    if variant == NOTHING:
        stem = chance.bytes(8).hex()
    time = exif.capture_time
    if variant in (NUMBERS, NOTHING):
        exif = ExifFacts()
    elif variant == WHOLE_SECONDS and time is not None:
        exif = ExifFacts(**{**vars_of(exif), "capture_time": time.replace(microsecond=0)})
    width, height = shot.size_px
    return SeenPhoto(Path("shoot") / f"{stem}.JPG", chance.bytes(8).hex(), (6 * width, 6 * height), exif)


def vars_of(exif):
    """The facts by name."""
    return {name: getattr(exif, name) for name in exif.__dataclass_fields__}


def assembled(rows):
    """The library of (photo, shot, moment, kind, step) rows."""
    truth = [1000 * at + (step if kind in NEGATIVES else 0) for _, _, at, kind, step in rows]
    return Library(
        [row[0] for row in rows],
        np.stack([row[1].embedding for row in rows]),
        [row[1].glance for row in rows],
        np.array(truth),
        [row[3] for row in rows],
        np.array([row[2] for row in rows]),
        [row[1].what for row in rows],
    )
