"""Fine-tuning: the plain loop, with a running average of the parameters and a checkpoint after every epoch."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from scoring.models.full_precision import full_precision
from scoring.models.rating_network import RatingNetwork
from scoring.training.batches import Batches, Ints, for_all, in_batches, one_ahead
from scoring.training.checkpoint import START_AGAIN, CheckpointError, load_checkpoint, save_checkpoint
from scoring.training.loss_balance import LossBalance
from scoring.training.objective import Objective
from scoring.training.recipe_tables import Schedule
from scoring.training.report import Step, nothing

PREDICTION_BATCH = 20
"""Photos a forward pass; only memory depends on it."""
NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d)
STATEFUL = ("network", "average", "optimizer", "rates")


class DivergedError(Exception):
    """The network has run away: its losses are no numbers any more."""

    exit_code = 1

    def __init__(self, epoch: int) -> None:
        super().__init__(f"a loss of epoch {epoch} is no number: the network has run away from the data")
        self.hint = "lower rates in the recipe's [schedule]"


def predict(network: RatingNetwork, batches: Batches, rows: Ints) -> npt.NDArray[np.float64]:
    """(len(rows), 10) distributions, in full precision."""
    network.eval()
    with full_precision(), torch.inference_mode():
        return for_all(rows, batches, PREDICTION_BATCH, network).double().cpu().numpy()


class FineTuning:
    """A run that can be stopped after any epoch and taken up again from `checkpoint`."""

    def __init__(
        self, network: RatingNetwork, schedule: Schedule, steps_per_epoch: int, checkpoint: Path, balance: LossBalance
    ) -> None:
        self.network, self.schedule, self.checkpoint, self.balance = network, schedule, checkpoint, balance
        self.step: Step = nothing
        self.average = copy.deepcopy(network)
        self.epoch = 0
        rates = [schedule.backbone_rate, schedule.head_rate]
        trunk = {id(value) for value in network.blocks.parameters()}
        self.optimizer = torch.optim.Adam(
            [
                {"params": network.blocks.parameters(), "lr": rates[0]},
                {"params": [value for value in network.parameters() if id(value) not in trunk], "lr": rates[1]},
            ]
        )
        steps = schedule.annealed_over_epochs * steps_per_epoch
        # One cycle (Smith & Topin 2018, arXiv:1708.07120): warm up, then anneal by a cosine.
        self.rates = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            rates,
            total_steps=steps,
            # A warm-up of just one step would make torch divide by its length, nought.
            pct_start=schedule.warm_up_share * (1.0 + (1e-6 if schedule.warm_up_share * steps == 1.0 else 0.0)),
        )
        if checkpoint.is_file():
            self._restore()

    def run(
        self,
        batches: Batches,
        rows: Ints,
        objective: Objective,
        seed: int,
        after_epoch: Callable[[int, dict[str, float]], None],
    ) -> RatingNetwork:
        """Train on `rows` for the epochs that are left; returns the averaged network."""
        for epoch in range(self.epoch, self.schedule.epochs):
            generator = np.random.default_rng((seed, epoch))
            torch.manual_seed(seed * 1_000_003 + epoch)  # dropout draws from torch's own generator
            losses = self._one_epoch(batches, generator.permutation(rows), objective, generator)
            if not np.isfinite(list(losses.values())).all():
                raise DivergedError(epoch + 1)
            self.balance.after_epoch(losses)
            self.epoch = epoch + 1
            self._save()
            after_epoch(self.epoch, losses)
        return self.average.eval()

    def _one_epoch(
        self, batches: Batches, order: Ints, objective: Objective, generator: np.random.Generator
    ) -> dict[str, float]:
        """The mean of each loss over the epoch."""
        ready_to_train(self.network, frozen_norms=self.schedule.batch_norm == "frozen")
        chunks = in_batches(batches.pictures.sizes, order, self.schedule.batch)
        flips = [generator.random(len(rows)) < 0.5 for rows in chunks]
        weights = self.balance.weights()
        sums = dict.fromkeys(weights, 0.0)
        done = 0
        made = one_ahead(lambda item: (item[0], batches.inputs(*item)), zip(chunks, flips, strict=True))
        for rows, inputs in made:
            parts = objective(self.network, inputs, batches.targets[rows])
            self.optimizer.zero_grad()
            sum(weights[name] * part for name, part in parts.items()).backward()  # type: ignore[union-attr]
            self.optimizer.step()
            self.rates.step()
            self._update_average()
            done += len(rows)
            self.step("training", self.epoch * len(order) + done, self.schedule.epochs * len(order))
            for name, part in parts.items():
                sums[name] += float(part.detach()) * len(rows)
        return {name: total / len(order) for name, total in sums.items()}

    def _update_average(self) -> None:
        # Young averages follow faster, so that what the run began with fades (Abadi et al. 2016, ExponentialMovingAverage).
        step = self.rates.last_epoch
        decay = min(self.schedule.average_decay, (1 + step) / (10 + step))
        with torch.no_grad():
            for kept, current in zip(self.average.parameters(), self.network.parameters(), strict=True):
                kept.lerp_(current, 1.0 - decay)
            # Statistics of batch norms are averages already.
            for held, now in zip(self.average.buffers(), self.network.buffers(), strict=True):
                held.copy_(now)

    def _save(self) -> None:
        state = {name: getattr(self, name).state_dict() for name in STATEFUL}
        save_checkpoint({**state, "epoch": self.epoch, "history": self.balance.history}, self.checkpoint)

    def _restore(self) -> None:
        state = load_checkpoint(self.checkpoint)
        try:
            self.epoch, self.balance.history = state["epoch"], state["history"]
            for name in STATEFUL:
                getattr(self, name).load_state_dict(state[name])
        except (AttributeError, KeyError, RuntimeError, TypeError, ValueError) as error:
            raise CheckpointError(f"{self.checkpoint} is the checkpoint of another run", START_AGAIN) from error


def ready_to_train(network: RatingNetwork, *, frozen_norms: bool) -> None:
    """Dropout on; the trunk's batch norms keep their statistics where `frozen_norms`.

    At small batches statistics of its own would be noise (the backbone's README: .71 against .82 top-1).
    """
    network.train()
    for layer in network.blocks.modules():
        if frozen_norms and isinstance(layer, NORMS):
            layer.eval()
