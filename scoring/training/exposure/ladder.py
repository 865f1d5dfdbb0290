"""Photos re-exposed in steps, as a bracket is: what a reading of exposure is measured on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.metrics.correlation import srcc
from scoring.training.exposure.re_expose import Camera, drawn_camera, re_exposed
from scoring.training.exposure.tone_curve import PLAIN

U8 = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

STEPS_EV = (-3.0, -2.0, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0)
"""Issue "Factor assessors a photographer believes" asks for -3 .. +3 EV."""
CLEAR_EV = 0.5
"""From this step on its sign must be seen."""
CURVES = ("plain", "camera")
"""Scaled in plain sRGB, or through a camera's curve drawn at random, noise and JPEG included, as real brackets are."""


@dataclass(frozen=True)
class Ladder:
    """(N, 9) readings of N photos at `STEPS_EV`, in EV."""

    read_ev: Floats

    def measured(self) -> dict[str, object]:
        """`mae_ev` of the reading, `step_mae_ev` of its difference from the photo as it was, `slope` of that difference over the
        step, `srcc` of reading and step (mean over photos), `sign` (share of steps of half an EV and more told right against the
        photo as it was), `monotone` (share of neighbouring steps in the right order)."""
        steps = np.array(STEPS_EV)
        moved = self.read_ev - self.read_ev[:, [STEPS_EV.index(0.0)]]
        clear = np.abs(steps) >= CLEAR_EV
        return {
            "photos": len(self.read_ev),
            "mae_ev": round(float(np.abs(self.read_ev - steps).mean()), 3),
            "step_mae_ev": round(float(np.abs(moved - steps)[:, steps != 0.0].mean()), 3),
            "slope": round(float((moved @ steps / (steps @ steps)).mean()), 3),
            "srcc": round(float(np.mean([srcc(row, steps) for row in self.read_ev])), 4),
            "sign": round(float((np.sign(moved) == np.sign(steps))[:, clear].mean()), 4),
            "monotone": round(float((np.diff(self.read_ev, axis=1) > 0.0).mean()), 4),
        }


def rungs(rgb: U8, curves: str, seed: tuple[int, ...]) -> list[U8]:
    """(h, w, 3) uint8 sRGB -> the same at each of `STEPS_EV`; one camera for all of them."""
    generator = np.random.default_rng(seed)
    camera = Camera(PLAIN, PLAIN) if curves == "plain" else drawn_camera(generator)
    return [re_exposed(rgb, step, camera, generator) for step in STEPS_EV]
