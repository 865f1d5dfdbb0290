"""Photos judged in processes of their own: none waits for another's interpreter lock, and none ends another's."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from queue import LifoQueue
from typing import TYPE_CHECKING

from assist_cli.workflows.judging_process import Asked, Opening
from assist_cli.workflows.judging_worker import JudgingWorker, tell
from index.photo.errors import UnreadablePhoto
from index.photo.memory_budget import one_photo
from index.photo.record import Asset

if TYPE_CHECKING:
    from scoring.assessment import Assessment
    from scoring.judge import Judgement


class JudgesApart:
    """As many processes as `workers`; `judge` may be called from as many threads at once."""

    def __init__(self, device: str, weights: str, workers: int) -> None:
        """Starts them, and waits until the first has opened its networks. Raises what that raises, and `JudgingEndedError`."""
        level = logging.getLogger().getEffectiveLevel()
        opening = Opening(device, weights, workers > 1, level, dict(os.environ))
        self._workers = [JudgingWorker(opening) for _ in range(workers)]
        self._idle: LifoQueue[JudgingWorker] = LifoQueue()
        try:
            for worker in reversed(self._workers):
                worker.start()
                self._idle.put(worker)
            tell(self._workers[0].make_ready())  # the others would say the same again
        except BaseException:
            self.close()
            raise

    def judge(self, asset: Asset, known: Mapping[str, Assessment]) -> Judgement | UnreadablePhoto:
        """As `Judge.judge`; a photo whose process ends is one that cannot be read. Raises what ends the run."""
        worker = self._idle.get()
        try:
            others = len(self._workers) - self._idle.qsize() - 1
            with one_photo():
                return worker.judge(Asked(asset, known, others))
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """Ends the processes at once, with whatever they are reading."""
        for worker in self._workers:
            worker.end()
