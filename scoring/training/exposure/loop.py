"""The training loop of the exposure map: the same numbers whether it was interrupted or not."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from scoring.models.exposure_map import ExposureMap
from scoring.training.batches import one_ahead
from scoring.training.checkpoint import START_AGAIN, CheckpointError, load_checkpoint, save_checkpoint
from scoring.training.exposure.lessons import Album, drawn_lessons
from scoring.training.exposure.objective import map_loss, step_loss
from scoring.training.exposure.recipe import ExposureRecipe
from scoring.training.loop import DivergedError
from scoring.training.report import Step, nothing

STATEFUL = ("network", "average", "optimizer", "rates")
LESSONS = 1
"""Makes a step's seed differ from whatever else the recipe's seed draws."""


class ExposureTraining:
    """A run that goes on from its last `checkpoint`."""

    def __init__(self, plan: ExposureRecipe, network: ExposureMap, checkpoint: Path, device: str) -> None:
        self.plan, self.checkpoint, self.device = plan, checkpoint, device
        self.network, self.average = network, copy.deepcopy(network)
        self.step: Step = nothing
        schedule = plan.schedule
        self.optimizer = torch.optim.AdamW(network.parameters(), schedule.rate)
        # One cycle (Smith & Topin 2018, arXiv:1708.07120): warm up, then anneal by a cosine.
        self.rates = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, schedule.rate, total_steps=schedule.steps + 1, pct_start=schedule.warm_up_share
        )
        self.done = 0
        if checkpoint.is_file():
            self._restore()

    def run(self, album: Album, after_checkpoint: Callable[[int, dict[str, float]], None]) -> ExposureMap:
        """Take the steps that are left; returns the averaged network. `after_checkpoint` hears the step and mean losses."""
        schedule = self.plan.schedule
        sums = {"map": 0.0, "step": 0.0}
        since = self.done
        for pictures, truth in self._lessons(album):
            for name, value in self._one_step(pictures, truth).items():
                sums[name] += value
            self.done += 1
            self.step("training", self.done * schedule.photos, schedule.steps * schedule.photos)
            if self.done % schedule.checkpoint_every == 0 or self.done == schedule.steps:
                losses = {name: value / (self.done - since) for name, value in sums.items()}
                if not all(value == value for value in losses.values()):
                    raise DivergedError(self.done)
                self._save()
                after_checkpoint(self.done, losses)
                sums, since = dict.fromkeys(sums, 0.0), self.done
        return self.average.eval()

    def _lessons(self, album: Album) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        """The lessons that are left, each by its number alone, the next one drawn while this one is learned."""
        plan = self.plan

        def drawn(number: int) -> tuple[torch.Tensor, torch.Tensor]:
            pictures, truth = drawn_lessons(album, plan.lessons, plan.schedule.photos, (plan.seed, LESSONS, number))
            return torch.from_numpy(pictures).to(self.device), torch.from_numpy(truth).to(self.device)

        return one_ahead(drawn, range(self.done, plan.schedule.steps))

    def _one_step(self, pictures: torch.Tensor, truth: torch.Tensor) -> dict[str, float]:
        self.network.train()
        ev, scale_ev = self.network(pictures)
        parts = {"map": map_loss(ev, scale_ev, truth), "step": step_loss(ev, truth)}
        self.optimizer.zero_grad()
        (parts["map"] + self.plan.schedule.step_loss * parts["step"]).backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()
        self.rates.step()
        self._update_average()
        return {name: float(part.detach()) for name, part in parts.items()}

    def _update_average(self) -> None:
        # Young averages follow faster, so that what the run began with fades (Abadi et al. 2016, ExponentialMovingAverage).
        decay = min(self.plan.schedule.average_decay, (1 + self.done) / (10 + self.done))
        with torch.no_grad():
            for kept, current in zip(self.average.parameters(), self.network.parameters(), strict=True):
                kept.lerp_(current, 1.0 - decay)
            # Statistics of batch norms are averages already.
            for held, now in zip(self.average.buffers(), self.network.buffers(), strict=True):
                held.copy_(now)

    def _save(self) -> None:
        state = {name: getattr(self, name).state_dict() for name in STATEFUL}
        save_checkpoint({**state, "done": self.done}, self.checkpoint)

    def _restore(self) -> None:
        state = load_checkpoint(self.checkpoint)
        try:
            self.done = state["done"]
            for name in STATEFUL:
                getattr(self, name).load_state_dict(state[name])
        except (AttributeError, KeyError, RuntimeError, TypeError, ValueError) as error:
            raise CheckpointError(f"{self.checkpoint} is the checkpoint of another run", START_AGAIN) from error
