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


def usual_distribution(mean: float) -> Floats:
    """(10,) summing to 1: the maximum-entropy distribution over 1..10 with this mean and its usual spread.

    Maximum entropy under two moments is exp(a b + c b^2) (Jaynes 1957); a and c by Newton's method.
    """
    mean = float(np.clip(mean, 1.02, 9.98))
    centred = (BUCKETS - mean) / 4.5
    moments = np.stack([centred, centred**2])
    wanted = np.array([0.0, (usual_spread(mean) / 4.5) ** 2])
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
