"""What grouping costs by the size of the library: made embeddings, glances and times of scenes with known frames."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

import cv2
import numpy as np

from assist_cli.workflows.alike_photos import alike_photos
from index.photo.record import ExifFacts
from scoring.glance import Glance
from scoring.groups.group_photos import group_photos
from scoring.groups.same_scene import ALIKE_FROM
from scoring.groups.seen_photo import SeenPhoto
from tests.benchmarks.planted.measure import pairs_found
from tests.benchmarks.truth.embeddings import ClusteredEmbeddings

BLOCK = 10_000
FRAME_GAPS_S = (0.3, 1.0, 40.0)
SCENE_GAP_S = 90.0
NOISE_LEVELS, SHIFT_PX = 6, 2


def grouping_cost(count):
    """A line of the table; `count` is rounded up to whole blocks."""
    blocks = [ClusteredEmbeddings().block(number, BLOCK) for number in range(-(-count // BLOCK))]
    embeddings = np.concatenate([rows for rows, _ in blocks]).astype(np.float32)
    scenes = np.concatenate([number * BLOCK + scenes for number, (_, scenes) in enumerate(blocks)])
    photos, glances = made_photos(scenes), MadeGlances(scenes)
    start = time.process_time()
    alike = alike_photos(embeddings, ALIKE_FROM)
    found_s = time.process_time() - start
    start = time.process_time()
    groups = group_photos(photos, embeddings, glances, alike)
    grouped_s = time.process_time() - start - glances.spent_s
    right = sum(scenes[first] == scenes[second] for first, second in pairs_found(groups))
    return (
        f"{len(photos):>9} photos: grouped in {grouped_s:6.2f} s of one core; {len(groups)} groups, {len(alike.first)} look-alikes "
        f"({found_s:.2f} s of all cores); {right / max(1, len(pairs_found(groups))):.4f} of the pairs found are of one scene"
    )


def made_photos(scenes):
    """Frames of a scene seconds apart, scenes minutes apart, one camera."""
    chance = np.random.default_rng(3)
    gaps_s = chance.choice(FRAME_GAPS_S, len(scenes), p=(0.6, 0.3, 0.1))
    gaps_s[1:] += SCENE_GAP_S * (np.diff(scenes) > 0)
    begin = datetime(2026, 5, 16, 9)
    return [
        SeenPhoto(Path("shoot") / f"P{at:07d}.JPG", f"{at:x}", (6000, 4000), facts(begin + timedelta(seconds=second)))
        for at, second in enumerate(np.cumsum(gaps_s).tolist())
    ]


def facts(moment):
    """One camera, one exposure."""
    return ExifFacts(camera="Made M1", capture_time=moment, iso=100, f_number=8.0, exposure_time_s=1 / 250)


class MadeGlances:
    """Glances drawn when they are asked for; `spent_s` of that is not grouping."""

    def __init__(self, scenes):
        self.scenes, self.spent_s = scenes, 0.0

    def __call__(self, at):
        start = time.process_time()
        scene, frame = np.random.default_rng([7, int(self.scenes[at])]), np.random.default_rng([9, at])
        coarse = scene.uniform(20, 235, (12, 16)).astype(np.float32)
        grey = cv2.resize(coarse, (64 + 2 * SHIFT_PX, 43 + 2 * SHIFT_PX), interpolation=cv2.INTER_CUBIC)
        down, right = frame.integers(0, 2 * SHIFT_PX + 1, 2)
        grey = grey[down : down + 43, right : right + 64] + frame.normal(0, NOISE_LEVELS, (43, 64))
        sharpness = (scene.integers(60, 120, (8, 12)) + frame.integers(-1, 2, (8, 12))).astype(np.uint8)
        glance = Glance(np.clip(grey, 0, 255).astype(np.uint8), sharpness)
        self.spent_s += time.process_time() - start
        return glance
