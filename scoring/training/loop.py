"""Fine-tuning: the plain loop, with a running average of the parameters and a checkpoint after every epoch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from scoring.models.full_precision import full_precision
from scoring.models.rating_network import RatingNetwork
from scoring.training.batches import Batches, Ints, for_all, in_batches, one_ahead
from scoring.training.learner import Learner, refuse_diverged, young_decay
from scoring.training.loss_balance import LossBalance
from scoring.training.objective import Objective
from scoring.training.one_cycle import one_cycle
from scoring.training.recipe_tables import Schedule
from scoring.training.report import Step, nothing

PREDICTION_BATCH = 20
"""Photos a forward pass; only memory depends on it."""
NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d)


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
        self.schedule, self.checkpoint, self.balance = schedule, checkpoint, balance
        self.step: Step = nothing
        self.epoch = 0
        rates = [schedule.backbone_rate, schedule.head_rate]
        trunk = {id(value) for value in network.blocks.parameters()}
        optimizer = torch.optim.Adam(
            [
                {"params": network.blocks.parameters(), "lr": rates[0]},
                {"params": [value for value in network.parameters() if id(value) not in trunk], "lr": rates[1]},
            ]
        )
        steps = schedule.annealed_over_epochs * steps_per_epoch
        self.learner = Learner(network, optimizer, one_cycle(optimizer, rates, steps, schedule.warm_up_share))
        if checkpoint.is_file():
            self.epoch, self.balance.history = self.learner.restore(checkpoint, "epoch", "history")

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
            refuse_diverged(losses, f"epoch {epoch + 1}")
            self.balance.after_epoch(losses)
            self.epoch = epoch + 1
            self.learner.save(self.checkpoint, epoch=self.epoch, history=self.balance.history)
            after_epoch(self.epoch, losses)
        return self.learner.average.eval()

    def _one_epoch(
        self, batches: Batches, order: Ints, objective: Objective, generator: np.random.Generator
    ) -> dict[str, float]:
        """The mean of each loss over the epoch."""
        network = self.learner.network
        ready_to_train(network, frozen_norms=self.schedule.batch_norm == "frozen")
        chunks = in_batches(batches.pictures.sizes, order, self.schedule.batch)
        flips = [generator.random(len(rows)) < 0.5 for rows in chunks]
        weights = self.balance.weights()
        sums = dict.fromkeys(weights, 0.0)
        done = 0
        made = one_ahead(lambda item: (item[0], batches.inputs(*item)), zip(chunks, flips, strict=True))
        for rows, inputs in made:
            parts = objective(network, inputs, batches.targets[rows])
            loss = torch.stack([weights[name] * part for name, part in parts.items()]).sum()
            self.learner.learn(loss, young_decay(self.learner.rates.last_epoch + 1, self.schedule.average_decay))
            done += len(rows)
            self.step("training", self.epoch * len(order) + done, self.schedule.epochs * len(order))
            for name, part in parts.items():
                sums[name] += float(part.detach()) * len(rows)
        return {name: total / len(order) for name, total in sums.items()}


def ready_to_train(network: RatingNetwork, *, frozen_norms: bool) -> None:
    """Dropout on; the trunk's batch norms keep their statistics where `frozen_norms`.

    At small batches statistics of its own would be noise (the backbone's README: .71 against .82 top-1).
    """
    network.train()
    for layer in network.blocks.modules():
        if frozen_norms and isinstance(layer, NORMS):
            layer.eval()
