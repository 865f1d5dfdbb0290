"""Groups with a known best frame: one photo as it was taken, and copies of it made worse, or merely other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tests.benchmarks.ladders.blur_steps import defocused, moved
from tests.benchmarks.ladders.ladder import U8
from tests.benchmarks.ladders.light_steps import linear
from tests.benchmarks.truth.small_changes import UNMOVED, encoded, resized, shifted
from tests.shoot.camera import developed, exposed

Change = Callable[[U8], U8]


@dataclass(frozen=True, slots=True)
class Planted:
    """`name`: what was done; `worse`: whether a photographer would call it so at 100 %, or sees no difference."""

    name: str
    change: Change
    worse: bool


def _defocus(radius_px: float) -> Planted:
    return Planted(f"defocused by {radius_px:g} px", lambda rgb: defocused(UNMOVED(rgb), radius_px), True)


def _movement(length_px: float, direction_deg: float) -> Planted:
    return Planted(f"moved by {length_px:g} px", lambda rgb: moved(UNMOVED(rgb), length_px, direction_deg), True)


def _exposure(ev: float) -> Planted:
    return Planted(f"exposed by {ev:+g} EV", lambda rgb: developed(exposed(linear(UNMOVED(rgb)), ev)), True)


def _same(name: str, change: Change) -> Planted:
    return Planted(name, change, False)


def _encoded_after_shift(rgb: U8) -> U8:
    return encoded(92)(shifted(-3, 2)(rgb))


UNTOUCHED = _same("untouched", UNMOVED)
SAME = (
    _same("shifted by 2 px", shifted(2, -1)),
    _same("shifted by 4 px", shifted(-4, 3)),
    _same("encoded anew, JPEG 95", lambda rgb: encoded(95)(UNMOVED(rgb))),
    _same("shifted by 3 px, JPEG 92", _encoded_after_shift),
    _same("resized by 2 %", lambda rgb: resized(0.98)(UNMOVED(rgb))),
)
GROUPS: tuple[tuple[Planted, ...], ...] = (
    (_defocus(2), _defocus(4), _defocus(8)),
    (_movement(12, 30), _movement(24, 100), SAME[0]),
    (_exposure(1.0), _exposure(-1.0), _exposure(2.0), SAME[1]),
    (_defocus(3), SAME[2]),
    (_defocus(5), _movement(16, 0), _exposure(1.5), SAME[3], SAME[1]),
    SAME,
    (_defocus(12), _movement(40, 60), SAME[1]),
)
"""Beside the untouched frame; three to six frames a group."""


def shuffled(group: tuple[Planted, ...], seed: int) -> list[Planted]:
    """The untouched frame and the others in an order drawn by lot, so that to lead is no matter of coming first."""
    frames = [UNTOUCHED, *group]
    order = np.random.default_rng(seed).permutation(len(frames))
    return [frames[place] for place in order]
