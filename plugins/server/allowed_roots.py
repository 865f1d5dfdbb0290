"""The folders whose photos may be asked for: where a path really leads counts, not how it is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path


class AllowedRoots:
    """Roots where they really lie."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._roots: Sequence[str] = [os.path.realpath(root) for root in roots]

    def outside(self, paths: Iterable[str]) -> str | None:
        """The first of `paths` that leads out of all roots, by `..` or by a link too."""
        inside: dict[str, bool] = {}
        for path in paths:
            whole = os.path.abspath(path)  # noqa: PTH100 - one link in a folder of thousands is all that costs more
            place = os.path.realpath(whole) if os.path.islink(whole) else whole  # noqa: PTH114
            folder = os.path.dirname(place)  # noqa: PTH120
            if folder not in inside:
                inside[folder] = self._holds(folder)
            if not inside[folder] and not self._holds(place):
                return path
        return None

    def _holds(self, place: str) -> bool:
        real = os.path.realpath(place)
        return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in self._roots)
