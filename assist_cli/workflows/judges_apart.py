"""Photos judged in processes of their own: none waits for another's interpreter lock, and none ends another's."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from queue import LifoQueue
from typing import TYPE_CHECKING

from assist_cli.workflows.judging_process import Asked, Opening
from assist_cli.workflows.judging_worker import JudgingWorker, tell
from assist_cli.workflows.worker_counts import default_processes
from index.photo.errors import UnreadablePhoto
from index.photo.memory_budget import one_photo
from index.photo.record import Asset

if TYPE_CHECKING:
    from scoring.assessment import Assessment
    from scoring.engines.served_networks import AskNetwork
    from scoring.judge import Judgement


class JudgesApart:
    """As many processes as `workers`; `judge` may be called from as many threads at once."""

    def __init__(self, weights: str, workers: int, ask: AskNetwork | None = None) -> None:
        """Starts them, and waits until the first has opened its networks; with `ask` they ask for what whole pictures say, and open
        nothing that rates. Raises what that raises, and `JudgingEndedError`."""
        level = logging.getLogger().getEffectiveLevel()
        opening = Opening(weights, ask is not None, workers > 1, level, dict(os.environ))
        self._workers = [JudgingWorker(opening, ask) for _ in range(workers)]
        self.count = workers
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


def open_judges_apart(device: str, weights: str, workers: int | None) -> JudgesApart:
    """For `device`, one of `DEVICES`: on the CPU each process has its own networks, a GPU's are opened here and asked by all.

    Raises `DeviceError`, `WeightsError` and `JudgingEndedError`.
    """
    from scoring.engines.served_networks import served_on

    ask = served_on(device, weights)
    return JudgesApart(weights, workers or default_processes(beside_a_device=ask is not None), ask)
