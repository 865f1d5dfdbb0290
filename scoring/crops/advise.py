"""Crops and straightening of one photo together: what is asked for, on the photo turned level where it is visibly tilted."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.crops.aspects import FREE
from scoring.crops.crop import CropAdvice
from scoring.crops.straighten import LEVEL_DEG, Tilt, find_tilt
from scoring.crops.suggest import suggest_crops
from scoring.frame import Frame


def advise(frame: Frame, aspects: Sequence[str]) -> tuple[Tilt, tuple[CropAdvice, ...]]:
    """How far a photo is tilted, and its crops of each shape; raises `AspectError`, `WeightsError`."""
    tilt = find_tilt(frame)
    turn_deg = -tilt.angle_deg if abs(tilt.angle_deg) >= LEVEL_DEG else 0.0
    return tilt, tuple(suggest_crops(frame, aspects, turn_deg=turn_deg))


def advise_freely(frame: Frame) -> CropAdvice:
    """The crops of any shape, or to keep the frame; raises `WeightsError`."""
    return advise(frame, [FREE])[1][0]
