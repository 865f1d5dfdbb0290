"""What one run of a rating network gives."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt


class Rated(NamedTuple):
    """Ratings, and what they were read from."""

    rating_dist: npt.NDArray[np.float32]
    """(10,) probabilities of the ratings 1..10."""
    features: npt.NDArray[np.float32] | None = None
    """(F,) float32; None where the weights do not tell them."""
    embedding: npt.NDArray[np.float32] | None = None
    """(D,) float32, L2 norm 1, by the embedder that ships; None where whoever wants it is to ask that."""
