"""What a training run tells whoever watches it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Step = Callable[[str, int, int], None]
"""(stage, photos done, photos in all)."""


def nothing(_stage: str, _done: int, _total: int) -> None:
    """For who does not watch every step."""


@dataclass(frozen=True)
class Report:
    """Lines are worth keeping; steps tell how far a stage is, in photos, many times a second."""

    line: Callable[[str], None]
    step: Step = nothing
