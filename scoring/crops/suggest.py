"""Up to three crops of each shape that a photographer would consider, or the advice to leave the frame as it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.crops.anchors import Boxes, free_anchors, shaped_anchors
from scoring.crops.aspects import ratio_of
from scoring.crops.constraints import allowed
from scoring.crops.crop import Crop, CropAdvice
from scoring.crops.different import different
from scoring.crops.features import crop_features
from scoring.crops.rank import Ranker, shipped_ranker
from scoring.crops.reasons import reasons_for, why_kept
from scoring.crops.scene import Scene, scene_of
from scoring.frame import Frame

MOST_CROPS = 3
"""Issue "Composition, crops and straightening"."""
CLEARLY_BETTER = 0.9
"""Likelihood from which a crop beats the frame as taken; docs/crops.md says how many held-out photos are then left as they are."""
WHOLE = np.array([[0.0, 0.0, 1.0, 1.0]])
LONGEST_ASPECT = 4.0
"""A longer picture is called a panorama, whose shape is its point, and nothing is cropped without a shape asked for: a choice."""

F64 = npt.NDArray[np.float64]


def suggest_crops(frame: Frame, aspects: Sequence[str], ranker: Ranker | None = None) -> list[CropAdvice]:
    """One advice for each of `aspects`, in their order; raises `AspectError`, `WeightsError`."""
    ratios = [ratio_of(aspect) for aspect in aspects]
    scene, chosen = scene_of(frame), ranker or shipped_ranker()
    return [_advice(scene, frame.size_px, aspect, ratio, chosen) for aspect, ratio in zip(aspects, ratios, strict=True)]


def candidates(scene: Scene, ratio: float | None) -> Boxes:
    """All crops that are looked at, of any shape for `ratio` None; rules not yet applied."""
    if ratio is not None:
        return shaped_anchors(scene.aspect, ratio)
    # The grid's anchors leave every shape between 1:2 and 2:1; beside them the frame's own shape, which many prefer.
    return np.concatenate([free_anchors(scene.aspect), shaped_anchors(scene.aspect, scene.aspect)[1:]])


def chances(scene: Scene, boxes: Boxes, ranker: Ranker) -> F64:
    """(N,) how likely each crop is better than the frame as taken, in (0, 1)."""
    values = ranker.values(crop_features(scene, np.concatenate([WHOLE, boxes])))
    return np.asarray(1.0 / (1.0 + np.exp(values[0] - values[1:])), np.float64)


def _advice(scene: Scene, size_px: tuple[int, int], aspect: str, ratio: float | None, ranker: Ranker) -> CropAdvice:
    looked_at = candidates(scene, ratio)
    boxes = looked_at[allowed(scene, looked_at, size_px)]
    if ratio is None and not 1 / LONGEST_ASPECT <= scene.aspect <= LONGEST_ASPECT:
        return CropAdvice(aspect, (), True, "The picture is a panorama; ask for a shape to see crops of it.")
    if not len(boxes):
        return CropAdvice(aspect, (), True, why_kept(scene, looked_at, size_px))
    scores = chances(scene, boxes, ranker)
    better = scores >= CLEARLY_BETTER
    shown = better if ratio is None else np.ones(len(boxes), np.bool_)
    crops = tuple(
        Crop(_box(boxes[at]), round(float(scores[at]), 4), reasons_for(scene, boxes[at]))
        for at in different(boxes, np.where(shown, scores, -1.0), MOST_CROPS)
    )
    keep = not better.any()
    return CropAdvice(
        aspect, crops, keep, "No crop clearly beats the frame as it was taken." if keep else crops[0].reasons[0]
    )


def _box(box: npt.NDArray[np.float64]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (round(float(share), 5) for share in box)
    return left, top, right, bottom
