"""How a network is asked that runs elsewhere: on a device, or in another process."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Said = tuple[npt.NDArray[np.float32], ...] | None
"""What a network says of one picture, its outputs in their order; None where it cannot say, and the CPU is to be asked."""
SaidOf = Callable[[npt.NDArray[np.uint8]], Said]
"""(h, w, 3) uint8 sRGB, of the size that the network wants -> what it says; safe to call from several threads at once."""
