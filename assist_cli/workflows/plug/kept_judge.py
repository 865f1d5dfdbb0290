"""The networks of a server stay open from one request to the next; they go with the server, which ends when nobody asks."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assist_cli.workflows.judging_desk import opened_anew
from assist_cli.workflows.judging_pool import JudgeOne
from assist_cli.workflows.rating_weights import weights_stamp
from weights.bundles import FACES
from weights.registry import can_be_used

if TYPE_CHECKING:
    from index.photo.errors import UnreadablePhoto
    from index.photo.record import Asset
    from scoring.assessment import Assessment
    from scoring.judge import Judgement

log = logging.getLogger(__name__)

Networks = tuple[str, str, bool]
"""The device, the weights with their digest, and whether faces can be looked for: weights may be pulled while a server is up."""


@dataclass
class _Opened:
    """One judge, and whether another request may have it."""

    judge_one: JudgeOne
    networks: Networks
    failed: bool = False
    _busy: int = 0
    _counting: threading.Lock = field(default_factory=threading.Lock)

    def judge(self, asset: Asset, known: Mapping[str, Assessment]) -> Judgement | UnreadablePhoto:
        """As the judge itself."""
        with self._counting:
            self._busy += 1
        try:
            return self.judge_one(asset, known)
        except Exception:  # told by whoever asked; the next request does not trust these networks
            self.failed = True
            raise
        finally:
            with self._counting:
                self._busy -= 1

    def may_serve(self, networks: Networks) -> bool:
        """Not while a photo of an earlier request is still being looked at, as for a moment after a cancel."""
        return self.networks == networks and not self.failed and not self._busy


class KeptJudge:
    """One judge at most is kept. Requests come one after the other, as the server lets them: `plugins.server.jobs`."""

    def __init__(self) -> None:
        self._opened: _Opened | None = None

    def for_request(self, device: str, weights: str) -> JudgeOne:
        """The judge that is open, or a new one in its place. Raises `DeviceError` or `WeightsError`."""
        networks = device, weights_stamp(weights), can_be_used(FACES.name)
        if self._opened is None or not self._opened.may_serve(networks):
            self._opened = None  # before the next is opened: never two of them for us
            log.info("opening networks")
            self._opened = _Opened(opened_anew(device, weights), networks)
        return self._opened.judge
