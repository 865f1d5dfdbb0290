"""Why a crop is offered, or why none is, in words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.crops.anchors import LEAST_AREA, Boxes
from scoring.crops.box_means import box_means, box_sums
from scoring.crops.constraints import CERTAIN_SUBJECT, LEAST_SIDE_PX
from scoring.crops.features import off_third
from scoring.crops.scene import Scene

F64 = npt.NDArray[np.float64]

SIDES = ("left", "top", "right", "bottom")
EMPTY = 0.5
"""What is cut off has less than half the detail and salience of what is kept: it is called empty (a choice)."""
NOTICED = 0.06
"""Less than half a bin cut off a side is not worth a word (the grid's own bin is 1/12)."""
DISTRACTING = 1.3
"""What is cut off holds so many times the salience of what is kept: it drew the eye away (a choice)."""
ON_THIRD, IN_MIDDLE = 0.08, 0.06
"""How near, in shares of the crop, the subject's middle lies to a crossing of thirds or to the middle to be said to lie there."""
LARGER = 1.25
"""Times the subject's share of the frame, in area, from which it is said to fill more of it (a choice)."""


def reasons_for(scene: Scene, box: F64) -> tuple[str, ...]:
    """Plain sentences, the most telling first; at least one."""
    found = [*_left_out(scene, box), *_subject(scene, box)]
    kept = float((box[2] - box[0]) * (box[3] - box[1]))
    return tuple(found) or (f"Keeps {kept:.0%} of the frame.".replace("%", " %"),)


def why_kept(scene: Scene, looked_at: Boxes, size_px: tuple[int, int]) -> str:
    """Why none of the boxes that were looked at is allowed."""
    if not len(looked_at):
        return f"A crop of this shape would keep less than {LEAST_AREA:.0%} of the picture.".replace("%", " %")
    if min(size_px) * float((looked_at[:, 2:] - looked_at[:, :2]).max()) < LEAST_SIDE_PX:
        return f"The picture is too small: a crop would be under {LEAST_SIDE_PX} px."
    if scene.faces:
        return "Every crop of this shape would cut or lose a face."
    if scene.subject is not None and scene.subject.confidence >= CERTAIN_SUBJECT:
        return "Every crop of this shape would cut the subject."
    return "Every crop of this shape would lose what the camera focused on or be too small."


def _left_out(scene: Scene, box: F64) -> list[str]:
    """What the crop cuts off, side by side: emptiness, and what drew the eye away."""
    strips = np.array([[0, 0, box[0], 1], [0, 0, 1, box[1]], [box[2], 0, 1, 1], [0, box[3], 1, 1]], np.float64)
    depth = np.array([box[0], box[1], 1.0 - box[2], 1.0 - box[3]])
    inside = box[None]
    detail = box_means(scene.detail, strips) / max(float(box_means(scene.detail, inside)[0]), 1e-3)
    drawn = box_means(scene.saliency, strips) / max(float(box_means(scene.saliency, inside)[0]), 1e-3)
    empty = [
        side
        for side, far, busy, seen in zip(SIDES, depth, detail, drawn, strict=True)
        if far >= NOTICED and max(busy, seen) <= EMPTY
    ]
    away = [side for side, far, seen in zip(SIDES, depth, drawn, strict=True) if far >= NOTICED and seen >= DISTRACTING]
    said = []
    if empty:
        said.append(f"Leaves out the empty {_listed(empty)}.")
    if away:
        said.append(f"Leaves out what draws the eye to the {_listed(away)}.")
    return said


def _subject(scene: Scene, box: F64) -> list[str]:
    """How the subject then lies, where there is one and that changes."""
    subject = scene.subject
    if subject is None or subject.confidence < CERTAIN_SUBJECT:
        return _mass(scene, box)
    width, height = box[2] - box[0], box[3] - box[1]
    x, y = (subject.centre[0] - box[0]) / width, (subject.centre[1] - box[1]) / height
    said = []
    if float(off_third(np.array([x]), np.array([y]))[0]) <= ON_THIRD:
        said.append("Puts the subject on a crossing of thirds.")
    elif float(np.hypot(x - 0.5, y - 0.5)) <= IN_MIDDLE:
        said.append("Puts the subject in the middle.")
    if 1.0 / (width * height) >= LARGER:
        said.append(
            f"The subject fills {_percent(subject.area / (width * height))} of it, not {_percent(subject.area)}."
        )
    return said


def _mass(scene: Scene, box: F64) -> list[str]:
    """The same without a named subject: whether what draws the eye is gathered in the crop."""
    kept = float(box_sums(scene.saliency, box[None])[0] / max(float(scene.saliency[-1, -1]) / _pixels(scene), 1e-9))
    area = float((box[2] - box[0]) * (box[3] - box[1]))
    return (
        [f"Keeps {_percent(kept)} of what draws the eye in {_percent(area)} of the frame."]
        if kept >= area + 0.1
        else []
    )


def _pixels(scene: Scene) -> int:
    height, width = scene.saliency.shape
    return int((height - 1) * (width - 1))


def _percent(share: float) -> str:
    return f"{100.0 * min(share, 1.0):.0f} %"


def _listed(sides: list[str]) -> str:
    return " and ".join([", ".join(sides[:-1]), sides[-1]] if len(sides) > 1 else sides)
