"""Does what an assessor says follow the steps of a ladder? Spearman's correlation, photo by photo."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

import numpy as np

from scoring.metrics.correlation import srcc
from tests.benchmarks.ladders.ladder import Ladder
from tests.benchmarks.truth.photos import Photo

WANTED = 0.95
"""Issue "Factor assessors a photographer believes"."""
FEWEST_READINGS = 4
"""With fewer steps judged an order says little."""


def climb(ladder: Ladder, photo: Photo) -> list[float | None]:
    """The reading at each step; None where the assessor abstained."""
    return [ladder.read(photo.said_by(ladder.assessor, ladder.change(photo.rgb, step))) for step in ladder.steps]


def agreement(ladder: Ladder, readings: Sequence[float | None]) -> float | None:
    """Signed Spearman between steps and readings: 1 = every step in order. None where too few were judged."""
    judged = [(step, found) for step, found in zip(ladder.steps, readings, strict=True) if found is not None]
    if len(judged) < FEWEST_READINGS:
        return None
    steps, found = np.array(judged, np.float64).T
    return ladder.sign * srcc(found, steps)


def judged_steps(climbed: Sequence[Sequence[float | None]]) -> str:
    """Of how many photos and steps the assessor said something: an abstention breaks no order, and is counted here."""
    readings = [reading for readings in climbed for reading in readings]
    return f"{sum(reading is not None for reading in readings)} of {len(readings)}"


def row(ladder: Ladder, climbed: Sequence[Sequence[float | None]]) -> list[str]:
    """One line of the table, from the readings of each photo."""
    agreements = [agreement(ladder, readings) for readings in climbed]
    told = [found for found in agreements if found is not None]
    steps = f"{ladder.steps[0]:g} .. {ladder.steps[-1]:g} {ladder.unit}"
    says = f"{ladder.assessor}: {ladder.reading}"
    if not told:
        return [ladder.name, steps, says, judged_steps(climbed), "-", "-", f"0 of 0, {len(agreements)} not judged"]
    reached = sum(found >= WANTED for found in told)
    abstained = len(agreements) - len(told)
    count = f"{reached} of {len(told)}" + (f", {abstained} not judged" if abstained else "")
    numbers = (f"{statistics.mean(told):.3f}", f"{min(told):.2f}")
    return [ladder.name, steps, says, judged_steps(climbed), *numbers, count]


HEAD = ["ladder", "steps", "what must follow", "steps judged", "mean srcc", "least", "photos at .95 or more"]
