"""Batches that do not fit into the device's memory are halved."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt
import torch

log = logging.getLogger(__name__)

U8 = npt.NDArray[np.uint8]
Said = TypeVar("Said")


class InParts(Generic[Said]):
    """Runs as many pictures at once as fit, and remembers how many that were: what did not fit once is not tried again."""

    def __init__(self, run: Callable[[Sequence[U8]], Sequence[Said]], most: int) -> None:
        """`run` raises `torch.OutOfMemoryError` where the pictures do not fit."""
        self._run = run
        self.most = most

    def __call__(self, pictures: Sequence[U8]) -> list[Said | None]:
        """Pictures of one shape -> what is said of each; None of one that does not fit even alone."""
        said: list[Said | None] = []
        while len(said) < len(pictures):
            part = pictures[len(said) : len(said) + self.most]
            answers = self._tried(part)
            if answers is not None:
                said += answers
            elif len(part) == 1:
                said.append(None)
            else:
                self.most = min(self.most, len(part) // 2)
        return said

    def _tried(self, part: Sequence[U8]) -> Sequence[Said] | None:
        try:
            return self._run(part)
        except torch.OutOfMemoryError as error:
            log.info("no room on the device for a batch of %d: %s", len(part), error)
        # Not before the error is let go of: it holds what the failed try had on the device.
        torch.cuda.empty_cache()
        return None
