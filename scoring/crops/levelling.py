"""Whether a tilted photo can be turned level without losing what must stay whole, and what is left of it then."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from scoring.crops.constraints import allowed
from scoring.crops.crop import Crop, told_box
from scoring.crops.scene import Scene, scene_of
from scoring.crops.upright_box import turned_size
from scoring.frame import Frame
from scoring.percent import percent

EVEN = 0.5
"""How likely the frame is better than itself: crops of a turned photo are compared with the turned frame."""


@dataclass(frozen=True)
class Levelled:
    """`scene`: of the photo, turned where it is to be and can be; `canvas_px`: (width, height) of what that lies in.

    `refused`: why it is not turned although it tilts, in a sentence, or nothing.
    """

    scene: Scene
    canvas_px: tuple[float, float]
    refused: str = ""

    @property
    def turn_deg(self) -> float:
        """By how much the photo is turned clockwise; 0 as it lies."""
        return self.scene.turn.deg

    @property
    def frame(self) -> Crop:
        """The largest frame of the photo's own shape inside the turned photo."""
        (box,) = self.scene.turn.of_picture(np.array([self.scene.whole]))
        kept = percent(float((box[2] - box[0]) * (box[3] - box[1])))
        reason = f"Turned {turn_in_words(self.turn_deg)} it is level, and the largest frame inside keeps {kept} of the picture."
        return Crop(told_box(box), EVEN, (reason,))


def levelled(frame: Frame, turn_deg: float) -> Levelled:
    """The photo turned clockwise, or as it lies where its largest frame would then break a rule."""
    turned = Levelled(scene_of(frame, turn_deg), turned_size(frame.size_px, turn_deg))
    if not turn_deg or allowed(turned.scene, np.array([turned.scene.whole]), turned.canvas_px)[0]:
        return turned
    return Levelled(scene_of(frame), turned_size(frame.size_px, 0.0), f"It tilts, but {_loss(turned)}.")


def turn_in_words(turn_deg: float) -> str:
    """The angle to a tenth of a degree and which way."""
    return f"{abs(turn_deg):.1f}° {'clockwise' if turn_deg > 0 else 'counterclockwise'}"


def _loss(turned: Levelled) -> str:
    """What turning would cost: that without which it would be allowed."""
    scene, whole = turned.scene, np.array([turned.scene.whole])
    spared = (("cut a face", replace(scene, faces=())), ("cut the subject", replace(scene, subject=None)))
    for loss, one in (*spared, ("lose what the camera focused on", replace(scene, points=()))):
        if allowed(one, whole, turned.canvas_px)[0]:
            return f"to level it would {loss}"
    return "levelled it would keep too little of the picture"
