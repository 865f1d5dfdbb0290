"""A network while it learns: its steps, the running average of its parameters, and what an interrupted run goes on from."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

import numpy as np
import torch
from torch import nn

from scoring.training.checkpoint import START_AGAIN, CheckpointError, load_checkpoint, save_checkpoint

NetworkType = TypeVar("NetworkType", bound=nn.Module)
Rates = torch.optim.lr_scheduler.LRScheduler

STATEFUL = ("network", "average", "optimizer", "rates")
"""The parts of a learner that a checkpoint holds."""


class DivergedError(Exception):
    """The network has run away: its losses are no numbers any more."""

    exit_code = 1

    def __init__(self, when: str) -> None:
        super().__init__(f"a loss of {when} is no number: the network has run away from the data")
        self.hint = "lower rates in the recipe's [schedule]"


class Learner(Generic[NetworkType]):
    """One network with its `optimizer` and `rates`; `average` is what ships."""

    def __init__(self, network: NetworkType, optimizer: torch.optim.Optimizer, rates: Rates) -> None:
        self.network, self.optimizer, self.rates = network, optimizer, rates
        self.average = copy.deepcopy(network)

    def learn(self, loss: torch.Tensor, average_decay: float) -> None:
        """One step down `loss`, and the average after it."""
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()
        self.rates.step()
        with torch.no_grad():
            for kept, current in zip(self.average.parameters(), self.network.parameters(), strict=True):
                kept.lerp_(current, 1.0 - average_decay)
            # Statistics of batch norms are averages already.
            for held, now in zip(self.average.buffers(), self.network.buffers(), strict=True):
                held.copy_(now)

    def save(self, checkpoint: Path, **progress: object) -> None:
        """Write everything that a run goes on from, `progress` by its names; raises `CheckpointError` for want of room."""
        state = {name: getattr(self, name).state_dict() for name in STATEFUL}
        save_checkpoint({**state, **progress}, checkpoint)

    def restore(self, checkpoint: Path, *progress: str) -> tuple[Any, ...]:
        """Go on from `checkpoint`; returns the `progress` of these names. Raises `CheckpointError` of another run's."""
        state = load_checkpoint(checkpoint)
        try:
            told = tuple(state[name] for name in progress)
            for name in STATEFUL:
                getattr(self, name).load_state_dict(state[name])
        except (AttributeError, KeyError, RuntimeError, TypeError, ValueError) as error:
            raise CheckpointError(f"{checkpoint} is the checkpoint of another run", START_AGAIN) from error
        return told


def young_decay(step: int, at_most: float) -> float:
    """How much of the average stays after `step`: young ones follow faster, so that what a run began with fades (Abadi et al.
    2016, ExponentialMovingAverage)."""
    return min(at_most, (1 + step) / (10 + step))


def refuse_diverged(losses: Mapping[str, float], when: str) -> None:
    """Raises `DivergedError` where a loss is no finite number."""
    if not np.isfinite(list(losses.values())).all():
        raise DivergedError(when)
