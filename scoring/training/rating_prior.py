"""From a mean opinion to the distribution of opinions that usually stands behind such a mean.

BIQ2021 publishes means only. The spread is a prior, not a measurement: the standard deviation that AVA's voters showed at
each mean (48,604 photos), and the flattest distribution with that mean and spread.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.usual_opinions import usual_spread

Floats = npt.NDArray[np.float64]

BUCKETS = np.arange(1, 11, dtype=np.float64)
ENDS = (1.02, 9.98)
"""Nearer to 1 and 10 than that no distribution over ten buckets has any spread."""
NARROWEST_VARIANCE = 0.01
"""Beyond what a mean between two ratings needs; with less, Newton's method meets probabilities of nothing."""
LIKELY_SHARE_OF_WIDEST = 0.9
"""A spread near the widest possible, half the voters at each end, is not one that a flat distribution can have."""


def usual_distribution(mean: float) -> Floats:
    """(10,) summing to 1: the maximum-entropy distribution over 1..10 with this mean and its usual spread."""
    return flattest_distribution(mean, usual_spread(float(np.clip(mean, *ENDS))))


def flattest_distribution(mean: float, sd: float) -> Floats:
    """(10,) summing to 1: the maximum-entropy distribution over 1..10 with this mean and standard deviation, as far as possible.

    Maximum entropy under two moments is exp(a b + c b^2) (Jaynes 1957); a and c by Newton's method.
    """
    mean = float(np.clip(mean, *ENDS))
    widest = LIKELY_SHARE_OF_WIDEST * np.sqrt((mean - 1.0) * (10.0 - mean))
    # A mean between two whole ratings cannot come from one of them alone.
    narrowest = np.sqrt((mean % 1.0) * (1.0 - mean % 1.0) + NARROWEST_VARIANCE)
    sd = float(np.clip(sd, min(narrowest, widest), widest))
    centred = (BUCKETS - mean) / 4.5
    moments = np.stack([centred, centred**2])
    wanted = np.array([0.0, (sd / 4.5) ** 2])
    parameters = np.zeros(2)
    for _ in range(200):
        probability = softmax(parameters @ moments)
        missing = wanted - moments @ probability
        if np.abs(missing).max() < 1e-10:
            break
        parameters = parameters + line_search(parameters, newton_step(moments, probability, missing), moments, wanted)
    return softmax(parameters @ moments)


def newton_step(moments: Floats, probability: Floats, missing: Floats) -> Floats:
    """The Newton step of the convex dual: covariance of the moments, inverted, times what they miss."""
    reached = moments @ probability
    covariance = (moments * probability) @ moments.T - np.outer(reached, reached)
    return np.asarray(np.linalg.solve(covariance + 1e-12 * np.eye(2), missing))


def line_search(parameters: Floats, step: Floats, moments: Floats, wanted: Floats) -> Floats:
    """Halve `step` until the dual, log sum exp minus the wanted moments, goes down."""
    before = dual(parameters, moments, wanted)
    while dual(parameters + step, moments, wanted) > before + 1e-12 and np.abs(step).max() > 1e-12:
        step = step / 2.0
    return step


def dual(parameters: Floats, moments: Floats, wanted: Floats) -> float:
    """The convex function whose minimum is the maximum-entropy distribution (Jaynes 1957)."""
    logits = parameters @ moments
    return float(np.log(np.exp(logits - logits.max()).sum()) + logits.max() - parameters @ wanted)


def softmax(logits: Floats) -> Floats:
    """(B,) -> (B,) summing to 1."""
    powers = np.exp(logits - logits.max())
    return np.asarray(powers / powers.sum())
