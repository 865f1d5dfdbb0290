"""What is measured of a candidate crop: where things lie within it, what its edges cut, and what it leaves empty.

Everything is relative to the crop itself, so that a crop moved or scaled with what it shows measures the same.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.crops.anchors import Boxes
from scoring.crops.box_means import BoxReader, box_means
from scoring.crops.scene import Scene

F64 = npt.NDArray[np.float64]

EDGE_SHARE, STRIP_SHARE = 0.06, 0.18
"""Depth of what a crop's edge cuts, and of a side strip, as shares of the crop: about half and one and a half bins of the grid."""
FLOOR = 0.02
"""Added to means before one divides by another: a crop of nothing but sky has no ratio to speak of."""
NAMES = (
    *("salience_gain", "detail_gain", "middle", "off_x", "off_y", "high_or_low", "off_third", "spread_x", "spread_y"),
    *("cut_most", "cut_mean", "busy_edge_most", "busy_edge_mean", "empty_most", "empty_mean", "dull_most", "dull_mean"),
    *("balance_x", "balance_y", "subject", "subject_size", "subject_margin", "subject_off_third", "subject_off_middle"),
)


def crop_features(scene: Scene, boxes: Boxes) -> F64:
    """(N, 4) boxes -> (N, len(NAMES)) float64, each about in [-2, 2]."""
    inside = BoxReader(scene.saliency.shape, boxes)
    salience, detail = inside.means(scene.saliency) + FLOOR, inside.means(scene.detail) + FLOOR
    x, y, spread_x, spread_y = _masses(scene, boxes, inside)
    (eyed, busy_edge), (seen, busy_side) = (_sides(scene, boxes, share) for share in (EDGE_SHARE, STRIP_SHARE))
    cut, busy, dull, empty = eyed / salience, busy_edge / detail, seen / salience, busy_side / detail
    frame = np.array([scene.whole])
    columns = (
        np.log(salience / (box_means(scene.saliency, frame) + FLOOR)),
        np.log(detail / (box_means(scene.detail, frame) + FLOOR)),
        box_means(scene.saliency, _shrunk(boxes, 0.6)) / salience - 1.0,
        *(np.abs(x - 0.5), np.abs(y - 0.5), y - 0.5, off_third(x, y), spread_x, spread_y),
        *(cut.max(axis=0), cut.mean(axis=0), busy.max(axis=0), busy.mean(axis=0)),
        *(1.0 - empty.min(axis=0), 1.0 - empty.mean(axis=0), 1.0 - dull.min(axis=0), 1.0 - dull.mean(axis=0)),
        *_balance(scene.detail, boxes, detail),
        *_subject(scene, boxes),
    )
    return np.stack(columns, axis=1)


def off_third(x: F64, y: F64) -> F64:
    """Distance of (x, y) in the crop from the nearest crossing of thirds."""
    return np.asarray(np.hypot(np.abs(np.abs(x - 0.5) - 1 / 6), np.abs(np.abs(y - 0.5) - 1 / 6)), np.float64)


def _masses(scene: Scene, boxes: Boxes, inside: BoxReader) -> tuple[F64, F64, F64, F64]:
    """Middle of the salience in the crop, x and y in [0, 1] of it, and its standard deviations."""
    mass = inside.sums(scene.saliency) + 1e-6
    left, top, right, bottom = boxes.T
    x, y = inside.sums(scene.across) / mass, inside.sums(scene.down) / mass
    spread_x = np.sqrt(np.maximum(inside.sums(scene.across2) / mass - x * x, 0.0)) / (right - left)
    spread_y = np.sqrt(np.maximum(inside.sums(scene.down2) / mass - y * y, 0.0)) / (bottom - top)
    return np.clip((x - left) / (right - left), 0, 1), np.clip((y - top) / (bottom - top), 0, 1), spread_x, spread_y


def _sides(scene: Scene, boxes: Boxes, share: float) -> tuple[F64, F64]:
    """(4, N) mean of salience, and of detail, along the left, top, right and bottom side of each crop."""
    left, top, right, bottom = boxes.T
    across, down = share * (right - left), share * (bottom - top)
    strips = (
        (left, top, left + across, bottom),
        (left, top, right, top + down),
        (right - across, top, right, bottom),
        (left, bottom - down, right, bottom),
    )
    along = BoxReader(scene.saliency.shape, np.concatenate([np.stack(strip, axis=1) for strip in strips]))
    return along.means(scene.saliency).reshape(4, -1), along.means(scene.detail).reshape(4, -1)


def _balance(sums: F64, boxes: Boxes, mean: F64) -> tuple[F64, F64]:
    """How much more detail one half of the crop has than the other, across and down."""
    left, top, right, bottom = boxes.T
    halves = ((left, top, (left + right) / 2, bottom), (left, top, right, (top + bottom) / 2))
    both = np.concatenate([np.stack(half, axis=1) for half in halves])
    first, upper = box_means(sums, both).reshape(2, -1)
    return np.abs(first - mean) / mean, np.abs(upper - mean) / mean


def _subject(scene: Scene, boxes: Boxes) -> tuple[F64, ...]:
    """Trust in the subject, its size in the crop, its least margin to a side, and how it is placed; zeros without one."""
    if scene.subject is None:
        return tuple(np.zeros(len(boxes)) for _ in range(5))
    trust, (x0, y0, x1, y1) = scene.subject.confidence, scene.subject.box
    left, top, right, bottom = boxes.T
    width, height = right - left, bottom - top
    margins = np.stack([(x0 - left) / width, (y0 - top) / height, (right - x1) / width, (bottom - y1) / height])
    x, y = ((x0 + x1) / 2 - left) / width, ((y0 + y1) / 2 - top) / height
    size = np.sqrt((x1 - x0) * (y1 - y0) / (width * height))
    placed = (off_third(x, y), np.hypot(x - 0.5, y - 0.5))
    return (
        np.full(len(boxes), trust),
        *(trust * np.clip(value, -1.0, 1.5) for value in (size, np.minimum(margins.min(axis=0), 0.3), *placed)),
    )


def _shrunk(boxes: Boxes, share: float) -> Boxes:
    middle, half = (boxes[:, :2] + boxes[:, 2:]) / 2, (boxes[:, 2:] - boxes[:, :2]) * share / 2
    return np.concatenate([middle - half, middle + half], axis=1)
