"""What the rooms of the vectors hand to one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float32]
Fetch: TypeAlias = Callable[[Ints], tuple[Ints, Floats]]
"""(n,) ids -> those of them that are still there, in any order, and their (m, D) embeddings of L2 norm 1."""
