"""Fine-tuning: the plain loop, with a running average of the parameters and a checkpoint after every epoch."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from scoring.models.full_precision import full_precision
from scoring.models.nima import Nima
from scoring.training.losses import emd_loss
from scoring.training.recipe import Schedule
from weights.entry import Preprocessing

PREDICTION_BATCH = 20
"""Photos a forward pass; only memory depends on it."""


@dataclass
class Batches:
    """Training pictures in memory: (N, E, E, 3) uint8 RGB, with (N, 10) target distributions."""

    pictures: npt.NDArray[np.uint8]
    targets: torch.Tensor
    preprocessing: Preprocessing
    device: str

    def inputs(self, rows: npt.NDArray[np.int64], flipped: npt.NDArray[np.bool_] | None = None) -> torch.Tensor:
        """(B, 3, E, E) float32 normalised, channels last, mirrored left to right where `flipped`."""
        pictures = self.pictures[rows]
        if flipped is not None:
            pictures[flipped] = pictures[flipped, :, ::-1]
        batch = torch.from_numpy(pictures).to(self.device).permute(0, 3, 1, 2).float() / 255.0
        mean, sd = (
            torch.tensor(v, device=self.device).reshape(1, 3, 1, 1)
            for v in (self.preprocessing.mean, self.preprocessing.sd)
        )
        return ((batch - mean) / sd).contiguous(memory_format=torch.channels_last)


def pooled_features(network: Nima, batches: Batches) -> torch.Tensor:
    """(N, F) float32 features of every picture, before the head."""
    network.eval()
    with full_precision(), torch.inference_mode():
        parts = [network.pooled(batches.inputs(rows)) for rows in in_order(len(batches.pictures))]
    return torch.cat(parts)


def predict(network: Nima, batches: Batches, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """(len(rows), 10) distributions, in full precision."""
    network.eval()
    with full_precision(), torch.inference_mode():
        parts = [network(batches.inputs(rows[chunk])) for chunk in in_order(len(rows))]
    return torch.cat(parts).double().cpu().numpy()


def in_order(count: int) -> list[npt.NDArray[np.int64]]:
    """0..count-1 in chunks."""
    return [np.arange(start, min(start + PREDICTION_BATCH, count)) for start in range(0, count, PREDICTION_BATCH)]


class FineTuning:
    """A run that can be stopped after any epoch and taken up again from `checkpoint`."""

    def __init__(self, network: Nima, schedule: Schedule, steps_per_epoch: int, checkpoint: Path) -> None:
        self.network, self.schedule, self.checkpoint = network, schedule, checkpoint
        self.average = copy.deepcopy(network)
        self.epoch = 0
        rates = [schedule.backbone_rate, schedule.head_rate]
        self.optimizer = torch.optim.Adam(
            [
                {"params": network.blocks.parameters(), "lr": rates[0]},
                {"params": network.head.parameters(), "lr": rates[1]},
            ]
        )
        # One cycle (Smith & Topin 2018, arXiv:1708.07120): warm up, then anneal by a cosine.
        self.rates = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer,
            rates,
            total_steps=schedule.annealed_over_epochs * steps_per_epoch,
            pct_start=schedule.warm_up_share,
        )
        if checkpoint.is_file():
            self._restore()

    def run(
        self, batches: Batches, rows: npt.NDArray[np.int64], seed: int, after_epoch: Callable[[int, float], None]
    ) -> Nima:
        """Train on `rows` for the epochs that are left; returns the averaged network."""
        for epoch in range(self.epoch, self.schedule.epochs):
            generator = np.random.default_rng((seed, epoch))
            loss = self._one_epoch(batches, generator.permutation(rows), generator)
            self.epoch = epoch + 1
            self._save()
            after_epoch(self.epoch, loss)
        return self.average.eval()

    def _one_epoch(self, batches: Batches, order: npt.NDArray[np.int64], generator: np.random.Generator) -> float:
        # Batch norm keeps its statistics: at this batch size its own would be noise (backbone's README: .71 against .82).
        self.network.eval()
        size = self.schedule.batch
        losses = []
        for start in range(0, len(order) - size + 1, size):
            rows = order[start : start + size]
            inputs = batches.inputs(rows, generator.random(size) < 0.5)
            with torch.autocast(batches.device, torch.bfloat16):
                predicted = self.network(inputs)
            loss = emd_loss(predicted.float(), batches.targets[rows])
            self.optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            self.optimizer.step()
            self.rates.step()
            self._update_average()
            losses.append(float(loss.detach()))
        return float(np.mean(losses))

    def _update_average(self) -> None:
        with torch.no_grad():
            for kept, current in zip(self.average.parameters(), self.network.parameters(), strict=True):
                kept.lerp_(current, 1.0 - self.schedule.average_decay)

    def _save(self) -> None:
        state = {name: getattr(self, name).state_dict() for name in ("network", "average", "optimizer", "rates")}
        unfinished = self.checkpoint.with_suffix(".part")
        torch.save({**state, "epoch": self.epoch}, unfinished)
        unfinished.replace(self.checkpoint)

    def _restore(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True)
        self.epoch = state["epoch"]
        for name in ("network", "average", "optimizer", "rates"):
            getattr(self, name).load_state_dict(state[name])
