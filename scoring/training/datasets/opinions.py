"""How the opinions of every set become ten buckets: the assumptions that all readers share, in one place.

- A mean on any scale is stretched, so that the scale's lowest value becomes 1 and its highest 10. Nothing else is known of
  such a photo: its spread is the usual one (`rating_prior`).
- Votes with n answers: every answer takes an equal share of the ten buckets, so that with ten answers nothing changes and
  with five an answer of 4 becomes half 7 and half 8. A vote stands at the centre of its share and falls on the two
  buckets beside it, the nearer the more, which keeps the mean. More than ten answers reach a little over the ends: they
  are counted as 1 and as 10. Stretching votes from end to end, as means are, would leave holes at 2 and 9 that no person
  made; the price is that five answers have means of 1.5 to 9.5.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.training.rating_prior import BUCKETS, usual_distribution

Floats = npt.NDArray[np.float64]

HOW_FROM_MEANS = "only means are published: each has the spread that AVA's voters usually showed at such a mean"
HOW_FROM_FAVES = (
    "faves and views only: log(1 + faves) / log(1 + views) stands for the mean, "
    "with the spread that AVA's voters usually showed"
)
WITHOUT_VOTES = (HOW_FROM_MEANS, HOW_FROM_FAVES)
"""Where distributions have an assumed spread, not one that people showed."""
HOW_FROM_TEN = "votes 1 to 10 as published"


def stretched(means: Floats, lowest: float, highest: float) -> Floats:
    """`means` on the scale `lowest`..`highest` -> on the scale 1..10."""
    return 1.0 + 9.0 * (means - lowest) / (highest - lowest)


def from_means(mos: Floats) -> Floats:
    """(N,) means on the scale 1..10 -> (N, 10) distributions of the usual spread."""
    return np.stack([usual_distribution(float(mean)) for mean in mos])


def from_votes(votes: Floats) -> Floats:
    """(N, n) votes or shares for n equally spaced answers, worst first, each row above 0 -> (N, 10) distributions."""
    shares = votes / votes.sum(axis=1, keepdims=True)
    return np.asarray(shares @ answers_in_buckets(votes.shape[1]))


def how_from_votes(answers: int, scale: str) -> str:
    """The sentence that goes with `from_votes`; `scale` tells the published answers, such as `1 to 5`."""
    return f"votes {scale} as published, {answers} answers spread over ten buckets with their mean kept"


def answers_in_buckets(answers: int) -> Floats:
    """(answers, 10), rows sum to 1: how a vote for each answer falls on the buckets 1..10."""
    centres = np.clip((np.arange(answers) + 0.5) * 10.0 / answers + 0.5, 1.0, 10.0)
    return np.maximum(1.0 - np.abs(centres[:, None] - BUCKETS), 0.0)


def means_of(distribution: Floats) -> Floats:
    """(N, 10) -> (N,) means on the scale 1..10."""
    return np.asarray(distribution @ BUCKETS)
