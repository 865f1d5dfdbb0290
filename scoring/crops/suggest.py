"""Up to three crops of each shape that a photographer would consider, or the advice to leave the frame as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from scoring.crops.anchors import Boxes
from scoring.crops.aspects import FREE, ratio_of
from scoring.crops.candidates import candidates
from scoring.crops.constraints import allowed
from scoring.crops.crop import Crop, CropAdvice, told_box
from scoring.crops.different import different
from scoring.crops.features import crop_features
from scoring.crops.levelling import Levelled, levelled
from scoring.crops.rank import Ranker, shipped_ranker
from scoring.crops.reasons import reasons_for, why_kept
from scoring.crops.scene import Scene
from scoring.crops.turn import Turn
from scoring.frame import Frame

MOST_CROPS = 3
"""Issue "Composition, crops and straightening"."""
CLEARLY_BETTER = 0.86
"""Likelihood from which a crop beats the frame as taken. Of 220 photos that the ranker learned from it
leaves 95 % as they are, 0.8 would leave 91 % and 0.9 96 %; docs/crops.md has those held out."""
LONGEST_ASPECT = 4.0
"""A longer picture is called a panorama, whose shape is its point, and nothing is cropped without a shape asked for: a choice."""
PANORAMA = "The picture is a panorama; ask for a shape to see crops of it."
NOTHING_BETTER = "No crop clearly beats the frame as it was taken."
NOTHING_BETTER_LEVEL = "No crop clearly beats the levelled frame."
NONE = np.zeros((0, 4))

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Looked:
    """Crops of one shape that break no rule, (N, 4) on the canvas, with their (N,) scores; `why_none` where there are none."""

    aspect: str
    boxes: Boxes
    scores: F64
    why_none: str

    @property
    def better(self) -> bool:
        """Whether any clearly beats the frame."""
        return bool((self.scores >= CLEARLY_BETTER).any())

    @property
    def picked(self) -> list[int]:
        """The best few, each unlike the others; of any shape only such as beat the frame."""
        beaten = self.scores < CLEARLY_BETTER if self.aspect == FREE else np.zeros(len(self.scores), np.bool_)
        return different(self.boxes, np.where(beaten, -1.0, self.scores), MOST_CROPS)


def suggest_crops(
    frame: Frame, aspects: Sequence[str], ranker: Ranker | None = None, turn_deg: float = 0.0
) -> list[CropAdvice]:
    """One advice for each of `aspects`, in their order; raises `AspectError`, `WeightsError`.

    `turn_deg`: by how much the photo is to be turned clockwise to be level. The crops are then of the turned photo, unless turning
    it would cut what must stay whole.
    """
    ratios = [ratio_of(aspect) for aspect in aspects]
    level = levelled(frame, turn_deg)
    shapes = _looked_at(level, aspects, ratios, ranker or shipped_ranker())
    return [_advice(level, shape, crops) for shape, crops in zip(shapes, _crops(level.scene, shapes), strict=True)]


def chances(scene: Scene, boxes: Boxes, ranker: Ranker) -> F64:
    """(N,) how likely each crop is better than the frame, in (0, 1)."""
    values = ranker.values(crop_features(scene, np.concatenate([[scene.whole], boxes])))
    return np.asarray(1.0 / (1.0 + np.exp(values[0] - values[1:])), np.float64)


def _looked_at(level: Levelled, aspects: Sequence[str], ratios: Sequence[float | None], ranker: Ranker) -> list[Looked]:
    """All shapes in one pass: what is measured of a crop costs little beside measuring at all."""
    scene, every = level.scene, [_tried(level.scene.turn, ratio) for ratio in ratios]
    fine = [boxes[allowed(scene, boxes, level.canvas_px)] for boxes in every]
    scores = np.split(chances(scene, np.concatenate([NONE, *fine]), ranker), np.cumsum([len(boxes) for boxes in fine]))
    return [
        Looked(aspect, boxes, of_them, "" if len(boxes) else _why_none(level, tried, ratio))
        for aspect, ratio, tried, boxes, of_them in zip(aspects, ratios, every, fine, scores[:-1], strict=True)
    ]


def _tried(turn: Turn, ratio: float | None) -> Boxes:
    return NONE if ratio is None and _is_panorama(turn) else candidates(turn, ratio)


def _why_none(level: Levelled, tried: Boxes, ratio: float | None) -> str:
    if ratio is None and _is_panorama(level.scene.turn):
        return PANORAMA
    return why_kept(level.scene, tried, level.canvas_px)


def _is_panorama(turn: Turn) -> bool:
    return not 1 / LONGEST_ASPECT <= turn.aspect <= LONGEST_ASPECT


def _crops(scene: Scene, shapes: Sequence[Looked]) -> list[tuple[Crop, ...]]:
    """What is shown of each shape, best first."""
    picked = [shape.picked for shape in shapes]
    boxes = np.concatenate([NONE, *(shape.boxes[places] for shape, places in zip(shapes, picked, strict=True))])
    scores = [float(shape.scores[place]) for shape, places in zip(shapes, picked, strict=True) for place in places]
    told = zip(scene.turn.of_picture(boxes), scores, reasons_for(scene, boxes), strict=True)
    crops = iter([Crop(told_box(box), round(score, 4), reasons) for box, score, reasons in told])
    return [tuple(islice(crops, len(places))) for places in picked]


def _advice(level: Levelled, shape: Looked, crops: tuple[Crop, ...]) -> CropAdvice:
    turned = bool(level.turn_deg)
    if shape.better:
        return CropAdvice(
            shape.aspect, crops, False, " ".join(filter(None, (crops[0].reasons[0], level.refused))), level.turn_deg
        )
    why = shape.why_none or (NOTHING_BETTER_LEVEL if turned else NOTHING_BETTER)
    if turned and shape.aspect == FREE:
        return CropAdvice(FREE, (level.frame,), True, f"{level.frame.reasons[0]} {why}", level.turn_deg)
    return CropAdvice(shape.aspect, crops, True, " ".join(filter(None, (why, level.refused))), level.turn_deg)
