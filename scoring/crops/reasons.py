"""Why a crop is offered, or why none is, in words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from scoring.box import Box
from scoring.crops.anchors import LEAST_AREA, Boxes
from scoring.crops.box_means import BoxReader, box_sums
from scoring.crops.constraints import LEAST_SIDE_PX
from scoring.crops.features import off_third
from scoring.crops.scene import Scene
from scoring.subject import CERTAIN_SUBJECT, Subject

F64 = npt.NDArray[np.float64]

SIDES = ("left", "top", "right", "bottom")
EMPTY, EMPTY_SIDE = 0.5, "the empty"
"""What is cut off has less than half the detail and salience of what is kept: it is called empty (a choice)."""
PARTS = 12
"""A side is empty where each of its parts is, as wide as a bin of the grid."""
NOTICED = 0.06
"""Less than half a bin cut off a side is not worth a word (the grid's own bin is 1/12)."""
DISTRACTING = 1.3
"""What is cut off holds so many times the salience of what is kept: it drew the eye away (a choice)."""
ON_THIRD, IN_MIDDLE = 0.08, 0.06
"""How near, in shares of the crop, the subject's middle lies to a crossing of thirds or to the middle to be said to lie there."""
IS_FRAME, SAME = "The frame has this shape already.", 1e-3
"""Said of a crop that is the frame to a thousandth of its sides."""
LARGER = 1.25
"""Times the subject's share of the frame, in area, from which it is said to fill more of it (a choice)."""


def reasons_for(scene: Scene, boxes: Boxes) -> list[tuple[str, ...]]:
    """Of each of (N, 4) crops plain sentences, the most telling first; at least one."""
    if not len(boxes):
        return []
    itself = (np.abs(boxes - scene.whole).max(axis=1) <= SAME).tolist()
    shares = (_area(boxes) / _area(np.array([scene.whole]))).tolist()
    certain = scene.subject is not None and scene.subject.confidence >= CERTAIN_SUBJECT
    of_subject = [_subject(scene, box) for box in boxes] if certain else _mass(scene, boxes)
    found = zip(itself, _left_out(scene, boxes), of_subject, shares, strict=True)
    return [
        (IS_FRAME,) if same else (*left_out, *placed) or (f"Keeps {_percent(share)} of the frame.",)
        for same, left_out, placed, share in found
    ]


def why_kept(scene: Scene, looked_at: Boxes, size_px: tuple[float, float]) -> str:
    """Why none of the boxes that were looked at is allowed."""
    if not len(looked_at):
        return f"A crop of this shape would keep less than {LEAST_AREA:.0%} of the picture.".replace("%", " %")
    if min(size_px) * float((looked_at[:, 2:] - looked_at[:, :2]).max()) < LEAST_SIDE_PX:
        return f"The picture is too small: a crop would be under {LEAST_SIDE_PX} px."
    if scene.faces:
        return "Every crop that was looked at would cut or lose a face."
    if scene.subject is not None and scene.subject.confidence >= CERTAIN_SUBJECT:
        return "Every crop that was looked at would cut the subject."
    return "Every crop that was looked at would lose what the camera focused on or be too small."


def _left_out(scene: Scene, boxes: Boxes) -> list[list[str]]:
    """What each crop cuts off the frame, side by side: emptiness, and what drew the eye away."""
    parts = BoxReader(scene.detail.shape, np.concatenate([boxes, *(_parts(scene.whole, boxes))]))
    detail, drawn = (_against_crop(parts.means(sums), len(boxes)) for sums in (scene.detail, scene.saliency))
    x0, y0, x1, y1 = scene.whole
    size = np.array([x1 - x0, y1 - y0])
    depth = np.concatenate([(boxes[:, :2] - (x0, y0)) / size, ((x1, y1) - boxes[:, 2:]) / size], axis=1).T
    # A chimney in an empty sky fills a small part of it: every part must be empty.
    empty = (depth >= NOTICED) & (np.maximum(detail, drawn).max(axis=1) <= EMPTY)
    away = (depth >= NOTICED) & (drawn.mean(axis=1) >= DISTRACTING)
    return [
        [*_sides(EMPTY_SIDE, one), *_sides("what draws the eye to the", other)]
        for one, other in zip(empty.T, away.T, strict=True)
    ]


def _parts(whole: Box, boxes: Boxes) -> list[Boxes]:
    """(N, 4) boxes of what lies beside each crop, `PARTS` to a side from one end to the other, sides as in `SIDES`."""
    x0, y0, x1, y1 = (np.full(len(boxes), edge) for edge in whole)
    left, top, right, bottom = boxes.T
    columns, rows = np.linspace(whole[0], whole[2], PARTS + 1), np.linspace(whole[1], whole[3], PARTS + 1)
    across = [(np.full(len(boxes), one), np.full(len(boxes), next_)) for one, next_ in pairwise(columns.tolist())]
    down = [(np.full(len(boxes), one), np.full(len(boxes), next_)) for one, next_ in pairwise(rows.tolist())]
    strips = (
        *((x0, one, left, next_) for one, next_ in down),
        *((one, y0, next_, top) for one, next_ in across),
        *((right, one, x1, next_) for one, next_ in down),
        *((one, bottom, next_, y1) for one, next_ in across),
    )
    return [np.stack(strip, axis=1) for strip in strips]


def _against_crop(means: F64, count: int) -> F64:
    """Means of N crops and of the parts beside them -> (4, PARTS, N): each part against its crop."""
    beside = means[count:].reshape(len(SIDES), PARTS, count)
    return np.asarray(beside / np.maximum(means[:count], 1e-3), np.float64)


def _sides(what: str, which: npt.NDArray[np.bool_]) -> list[str]:
    sides = [side for side, told in zip(SIDES, which.tolist(), strict=True) if told]
    if len(sides) == len(SIDES) and what == EMPTY_SIDE:
        return ["Leaves out empty space all round."]
    return [f"Leaves out {what} {_listed(sides)}."] if sides else []


def _subject(scene: Scene, box: F64) -> list[str]:
    """How a certain subject then lies, and by how much it grows."""
    assert scene.subject is not None
    whole = np.array(scene.whole)
    place, before = _place(scene.subject, box), _place(scene.subject, whole)
    said = [f"{'Keeps' if place == before else 'Puts'} the subject {place}."] if place else []
    was, is_now = (scene.subject.area / float(area) for area in _area(np.stack([whole, box])))
    if is_now >= LARGER * was:
        said.append(f"The subject fills {_percent(is_now)} of it, not {_percent(was)}.")
    return said


def _place(subject: Subject, box: F64) -> str:
    """Where the subject's middle lies in a box, if there is a word for it."""
    x, y = (np.array(subject.centre) - box[:2]) / (box[2:] - box[:2])
    if float(off_third(x, y)) <= ON_THIRD:
        return "on a crossing of thirds"
    return "in the middle" if float(np.hypot(x - 0.5, y - 0.5)) <= IN_MIDDLE else ""


def _mass(scene: Scene, boxes: Boxes) -> list[list[str]]:
    """The same without a named subject: whether what draws the eye is gathered in each crop."""
    frame = np.array([scene.whole])
    all_of_it = max(float(box_sums(scene.saliency, frame)[0]), 1e-9)
    kept, area = box_sums(scene.saliency, boxes) / all_of_it, _area(boxes) / _area(frame)
    return [
        [f"Keeps {_percent(eyed)} of what draws the eye in {_percent(share)} of the frame."]
        if eyed >= share + 0.1
        else []
        for eyed, share in zip(kept.tolist(), area.tolist(), strict=True)
    ]


def _area(boxes: Boxes) -> F64:
    return np.asarray((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]), np.float64)


def _percent(share: float) -> str:
    return f"{100.0 * min(share, 1.0):.0f} %"


def _listed(sides: list[str]) -> str:
    return " and ".join([", ".join(sides[:-1]), sides[-1]] if len(sides) > 1 else sides)
