"""How many photos of a watch stand at each decision, while decisions are revised."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence
from pathlib import Path

from assist_cli.workflows.watch.watch_request import Revision
from scoring.ranking.picks.choice import Decision

MOST_PATHS = 10_000
"""A choice: advice is revised within a moment of photos that come together, so that older ones need not be known by name. A watch
that runs for weeks stays as small as on its first day."""


class DecisionTally:
    """Counts the photos that arrived in this watch, each where it stands now."""

    def __init__(self, most_paths: int = MOST_PATHS) -> None:
        self.of: Counter[Decision] = Counter()
        self._most_paths = most_paths
        self._stands: OrderedDict[Path, Decision | None] = OrderedDict()

    def arrived(self, path: Path) -> None:
        """From now on its decisions count; one that is judged again keeps its place."""
        self._stands[path] = self._stands.pop(path, None)
        if len(self._stands) > self._most_paths:
            self._stands.popitem(last=False)

    def revised(self, revisions: Sequence[Revision]) -> None:
        """Those of photos that did not arrive in this watch are not counted."""
        for one in revisions:
            if one.path not in self._stands:
                continue
            before = self._stands[one.path]
            if before is not None:
                self.of[before] -= 1
            self.of[one.now] += 1
            self._stands[one.path] = one.now
