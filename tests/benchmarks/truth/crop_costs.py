"""What crops and straightening cost, part by part, in milliseconds of one core."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np
from threadpoolctl import threadpool_limits

from scoring.crops.anchors import free_anchors, shaped_anchors
from scoring.crops.aspects import ASPECTS, FREE, ratio_of
from scoring.crops.candidates import candidates
from scoring.crops.constraints import allowed
from scoring.crops.features import crop_features
from scoring.crops.rank import shipped_ranker
from scoring.crops.reasons import reasons_for
from scoring.crops.scene import scene_of
from scoring.crops.straighten import find_tilt
from scoring.crops.suggest import suggest_crops
from scoring.frame import Frame
from scoring.saliency import saliency_map
from scoring.subject import find_subjects
from tests.benchmarks.truth.photos import photos_in

ROUNDS = 8
"""The best of so many passes is counted, so that other work on the machine counts little."""
TURN_DEG = 2.0
"""For what a turn adds: photos here are level, and it costs the same whatever its angle."""
ASKED = {"free": (FREE,), "all shapes": ASPECTS}
SUM = "all of it"
SHARED = "where the eye goes, and the subject (`score` shares it)"
HEAD = ["part", *(f"{name}, ms" for name in ASKED)]

Parts = dict[str, float]


def rows(folder: Path) -> list[list[str]]:
    """A row a part, means over the photos of a folder; the slowest photo last."""
    with threadpool_limits(1, user_api="blas"):
        cv2.setNumThreads(1)
        told = [[_parts(frame, aspects) for aspects in ASKED.values()] for frame in _frames(folder)]
    means = [
        [name, *(f"{np.mean([one[at][name] for one in told]):.1f}" for at in range(len(ASKED)))] for name in told[0][0]
    ]
    slowest = [f"{max(one[at][SUM] for one in told):.1f}" for at in range(len(ASKED))]
    return [*means, [f"{SUM}, slowest photo", *slowest]]


def _frames(folder: Path) -> Iterator[Frame]:
    for photo in photos_in(folder):
        frame = Frame(photo.rgb, (photo.rgb.shape[1], photo.rgb.shape[0]), photo.exif)
        frame.subject  # noqa: B018 - what other readers share
        yield frame


def _parts(frame: Frame, aspects: Sequence[str]) -> Parts:
    ratios = [ratio_of(aspect) for aspect in aspects]
    scene = scene_of(frame)
    every = np.concatenate([candidates(scene.turn, ratio) for ratio in ratios])
    boxes = every[allowed(scene, every, frame.size_px)]
    features = crop_features(scene, boxes)
    shown = np.concatenate([np.zeros((0, 4)), boxes[: 3 * len(ratios)]])

    def look_for_boxes() -> None:
        # As for the first photo of a size: the anchors of the others are remembered.
        free_anchors.cache_clear()
        shaped_anchors.cache_clear()
        tried = np.concatenate([candidates(scene.turn, ratio) for ratio in ratios])
        allowed(scene, tried, frame.size_px)

    suggested, tilt = _ms(lambda: suggest_crops(frame, aspects)), _ms(lambda: find_tilt(frame))
    seen = _ms(lambda: find_subjects(saliency_map(frame.small)))
    return {
        SHARED: seen,
        "maps of the scene": _ms(lambda: scene_of(frame)),
        "candidates, the first photo of a size": _ms(look_for_boxes),
        "what is measured of them": _ms(lambda: crop_features(scene, boxes)),
        "the ranker": _ms(lambda: shipped_ranker().values(features)),
        "reasons": _ms(lambda: reasons_for(scene, shown)),
        "`suggest_crops`, all its parts": suggested,
        "the same of a turned photo": _ms(lambda: suggest_crops(frame, aspects, turn_deg=TURN_DEG)),
        "`find_tilt`": tilt,
        SUM: seen + suggested + tilt,
    }


def _ms(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        work()
        spent.append(time.thread_time() - begun)
    return 1000 * min(spent)
