"""Fits the reader to turned photos: of one photo's copies all but the turn is the same, and most photos are nearly level."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from scoring.crops.lean_votes import LEANS_DEG
from scoring.models.lean_reader import LeanReader
from scoring.training.report import Step
from scoring.training.tilts.recipe import TiltRecipe
from scoring.training.tilts.turned import TurnedPhoto

LEAST_SD = 1e-3
"""Evidence that hardly varies is not divided by nothing."""
HELD_DEG = np.arange(-6.0, 6.01, 0.25)
"""How crooked a photo may be before it is turned."""
HELD_SHARES = ((0.6, 0.7), (0.3, 2.0), (0.1, 5.0))
"""(share, spread in degrees): a guess, not a measurement. Of the photos with lines that agree, one in six leans by over 1 deg, one
in thirty by over 2 (the half of docs/crops.md that constants were chosen on); those without are held more freely."""


def fit_lean_reader(plan: TiltRecipe, photos: Sequence[TurnedPhoto], step: Step) -> LeanReader:
    """A reader trained on the CPU, where it takes minutes; with one seed always the same one."""
    torch.manual_seed(plan.seed)
    # Copied, for torch's memory is aligned: sums over numpy's differ in their last bit from run to run.
    evidence = torch.tensor(np.stack([photo.evidence for photo in photos]))
    places = _places(torch.tensor(np.stack([photo.turned_deg for photo in photos])))
    schedule = plan.schedule
    reader = LeanReader(evidence.shape[2], evidence.shape[3], schedule.hidden)
    reader.mean.copy_(evidence.mean(dim=(0, 1, 3)))
    reader.sd.copy_(evidence.std(dim=(0, 1, 3)) + LEAST_SD)
    optimizer = torch.optim.AdamW(reader.parameters(), lr=schedule.rate, weight_decay=schedule.decay)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, schedule.rate, total_steps=schedule.steps)
    chance = torch.Generator().manual_seed(plan.seed)
    for number in range(schedule.steps):
        drawn = torch.randint(len(evidence), (schedule.photos,), generator=chance)
        loss = surprise(reader(evidence[drawn].flatten(0, 1)), places[drawn], schedule.trust)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        rates.step()
        step("fitting", number + 1, schedule.steps)
    return reader.eval()


def surprise(log_chances: torch.Tensor, places: torch.Tensor, trust: float) -> torch.Tensor:
    """How unlikely a batch's copies are, a copy: how crooked each photo was at first is not known, and summed over.

    `log_chances`: (photos * copies, leans); `places`: (photos, copies, held), where each copy's lean lies for each that the photo
    may have had. `trust`: what a copy counts, for the copies of one photo do not err by chance alone.
    """
    photos, copies, _ = places.shape
    told = log_chances.reshape(photos, copies, -1)
    low = places.long()
    share = places - low
    told = told.gather(2, low) * (1 - share) + told.gather(2, low + 1) * share
    together = torch.logsumexp(_held_log_share() + trust * told.sum(dim=1), dim=1)
    return -together.mean() / (trust * copies)


def _places(turned_deg: torch.Tensor) -> torch.Tensor:
    """(photos, copies) -> (photos, copies, held), in steps of `LEANS_DEG`."""
    step_deg = float(LEANS_DEG[1] - LEANS_DEG[0])
    lean = turned_deg[..., None] + torch.tensor(HELD_DEG, dtype=torch.float32)
    return ((lean - float(LEANS_DEG[0])) / step_deg).clamp(0.0, len(LEANS_DEG) - 1.001)


def _held_log_share() -> torch.Tensor:
    shares = np.array([part / spread * np.exp(-0.5 * (HELD_DEG / spread) ** 2) for part, spread in HELD_SHARES]).sum(
        axis=0
    )
    return torch.tensor(np.log(shares / shares.sum()), dtype=torch.float32)
