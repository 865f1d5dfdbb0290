"""Do crops find a photo again that lies on a larger canvas, and does it come before crops that cut or miss its subject?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from scoring.crops.anchors import free_anchors
from scoring.crops.box_means import box_means
from scoring.crops.different import overlap
from scoring.crops.features import crop_features
from scoring.crops.rank import shipped_ranker
from scoring.crops.scene import Scene, scene_of
from scoring.crops.suggest import suggest_crops
from scoring.training.crops.canvases import on_canvas
from scoring.training.crops.lessons import WORSE, frame_of
from scoring.training.crops.worse_crops import worse_crops
from scoring.training.datasets.biq2021 import read_biq2021
from scoring.training.splits import known_split

SEED = 7
WHOLE = np.array([[0.0, 0.0, 1.0, 1.0]])
FINDERS = ("ranker", "whole frame", "middle", "chance", "where the eye goes")
MIDDLE_SHARE = 0.8
"""Of either side, for the crop of the middle: what many cut by habit."""


@dataclass(frozen=True)
class Planted:
    """Of one photo: whether it comes before worse crops of it, of which kind; overlap with the photo on a canvas by finder;
    whether it is kept as it is, and whether its canvas is cropped."""

    cut: list[bool]
    missed: list[bool]
    canvas_worse: bool
    found: dict[str, float]
    kept: bool
    cropped: bool


def held_out(biq2021: Path, part: str) -> list[Path]:
    """Photos of one part that the shipped ranker has not learned from."""
    photos = read_biq2021(biq2021)
    split = known_split("biq2021", photos)
    assert split is not None, "these are not the photos of BIQ2021"
    return [
        path
        for path, out, subset in zip(photos.paths, split.held_out, photos.subset, strict=True)
        if out and subset == part
    ]


def planted(paths: list[Path]) -> Iterator[Planted]:
    """One record a photo."""
    for place, path in enumerate(paths):
        rgb = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
        yield one(np.asarray(rgb, np.uint8), np.random.default_rng((SEED, place)))


def one(rgb: np.ndarray, rng: np.random.Generator) -> Planted:
    """Plant in one photo and ask."""
    frame = frame_of(rgb)
    scene = scene_of(frame)
    crops = worse_crops(scene.subject, WORSE, rng)
    worth = shipped_ranker().values(crop_features(scene, np.concatenate([WHOLE, crops])))
    thing = np.array((0.3, 0.3, 0.7, 0.7) if scene.subject is None else scene.subject.box)
    touched = (
        np.prod(np.maximum(np.minimum(crops[:, 2:], thing[2:]) - np.maximum(crops[:, :2], thing[:2]), 0.0), axis=1)
        > 0.0
    )
    behind = worth[1:] < worth[0]
    canvas, inner = on_canvas(rgb, rng)
    wide = frame_of(canvas)
    wide_scene = scene_of(wide)
    of_inner, of_whole = shipped_ranker().values(crop_features(wide_scene, np.array([inner, WHOLE[0]])))
    return Planted(
        cut=behind[touched].tolist(),
        missed=behind[~touched].tolist(),
        canvas_worse=bool(of_whole < of_inner),
        found={name: overlap(box, np.array(inner)) for name, box in _finders(wide_scene, rng).items()},
        kept=suggest_crops(frame, ["free"])[0].keep_uncropped,
        cropped=not suggest_crops(wide, ["free"])[0].keep_uncropped,
    )


def _finders(scene: Scene, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """The box that each way of cropping takes."""
    anchors = np.concatenate([WHOLE, free_anchors(scene.aspect)])
    rim = (1.0 - MIDDLE_SHARE) / 2
    boxes = (
        anchors[int(shipped_ranker().values(crop_features(scene, anchors)).argmax())],
        WHOLE[0],
        np.array([rim, rim, 1.0 - rim, 1.0 - rim]),
        anchors[1 + int(rng.integers(len(anchors) - 1))],
        anchors[int(box_means(scene.saliency, anchors).argmax())],
    )
    return dict(zip(FINDERS, boxes, strict=True))


def rows(told: list[Planted]) -> tuple[list[list[str]], list[list[str]]]:
    """Two tables: how often the photo comes first, and how well each way of cropping finds it on a canvas."""
    first = [
        ["cuts what draws the eye", _share([right for one_ in told for right in one_.cut])],
        ["misses it", _share([right for one_ in told for right in one_.missed])],
        ["the photo with more round it", _share([one_.canvas_worse for one_ in told])],
    ]
    found = [[name, f"{np.mean([one_.found[name] for one_ in told]):.2f}"] for name in FINDERS]
    return first, found


def _share(right: list[bool]) -> str:
    return f"{np.mean(right):.1%} of {len(right)}".replace("%", " %")
