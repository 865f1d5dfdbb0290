"""The training loop of the saliency network: the same numbers whether it was interrupted or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from scoring.models.saliency_network import SaliencyNetwork
from scoring.training.batches import one_ahead
from scoring.training.learner import Learner, refuse_diverged, young_decay
from scoring.training.one_cycle import one_cycle
from scoring.training.report import Step, nothing
from scoring.training.saliency.lessons import Album, drawn_lessons
from scoring.training.saliency.objective import overlap_loss, place_loss
from scoring.training.saliency.recipe import SaliencyRecipe

LESSONS = 1
"""Makes a step's seed differ from whatever else the recipe's seed draws."""

FROZEN = 4
"""The trunk's first blocks, to quarters of the picture, see edges and colours and stay as they are: a step takes three fifths of
the time (measured)."""


class SaliencyTraining:
    """A run that goes on from its last `checkpoint`."""

    def __init__(self, plan: SaliencyRecipe, network: SaliencyNetwork, checkpoint: Path, device: str) -> None:
        self.plan, self.checkpoint, self.device = plan, checkpoint, device
        self.step: Step = nothing
        schedule = plan.schedule
        known = {id(value) for value in network.blocks.parameters()}
        network.blocks[:FROZEN].requires_grad_(False)
        trunk = list(network.blocks[FROZEN:].parameters())
        decoder = [value for value in network.parameters() if id(value) not in known]
        groups = [{"params": trunk, "lr": schedule.trunk_rate}, {"params": decoder, "lr": schedule.rate}]
        optimizer = torch.optim.AdamW(groups, weight_decay=schedule.decay)
        highest = [schedule.trunk_rate, schedule.rate]
        rates = one_cycle(optimizer, highest, schedule.steps + 1, schedule.warm_up_share)
        self.learner = Learner(network, optimizer, rates)
        self.done = 0
        if checkpoint.is_file():
            (self.done,) = self.learner.restore(checkpoint, "done")

    def run(self, album: Album, after_checkpoint: Callable[[int, dict[str, float]], None]) -> SaliencyNetwork:
        """Take the steps that are left; returns the averaged network. `after_checkpoint` hears the step and mean losses."""
        schedule = self.plan.schedule
        sums = {"place": 0.0, "overlap": 0.0}
        since = self.done
        for pictures, truth in self._lessons(album):
            for name, value in self._one_step(pictures, truth).items():
                sums[name] += value
            self.done += 1
            self.step("training", self.done * schedule.photos, schedule.steps * schedule.photos)
            if self.done % schedule.checkpoint_every == 0 or self.done == schedule.steps:
                losses = {name: value / (self.done - since) for name, value in sums.items()}
                refuse_diverged(losses, f"step {self.done}")
                self.learner.save(self.checkpoint, done=self.done)
                after_checkpoint(self.done, losses)
                sums, since = dict.fromkeys(sums, 0.0), self.done
        return self.learner.average.eval()

    def _lessons(self, album: Album) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
        """The lessons that are left, each by its number alone, the next one drawn while this one is learned."""
        plan = self.plan

        def drawn(number: int) -> tuple[torch.Tensor, torch.Tensor]:
            pictures, truth = drawn_lessons(album, plan.lessons, plan.schedule.photos, (plan.seed, LESSONS, number))
            return torch.from_numpy(pictures).to(self.device), torch.from_numpy(truth).to(self.device)

        return one_ahead(drawn, range(self.done, plan.schedule.steps))

    def _one_step(self, pictures: torch.Tensor, truth: torch.Tensor) -> dict[str, float]:
        network = self.learner.network.train()
        # The trunk's statistics are of a million photos; a few hundred would spoil them.
        network.blocks.eval()
        answer = network(pictures)
        parts = {"place": place_loss(answer, truth), "overlap": overlap_loss(answer, truth)}
        self.learner.learn(parts["place"] + parts["overlap"], young_decay(self.done, self.plan.schedule.average_decay))
        return {name: float(part.detach()) for name, part in parts.items()}
