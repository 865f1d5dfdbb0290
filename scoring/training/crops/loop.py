"""Fits the ranker to pairs of crops: the better one shall be worth more, and a photo the same wherever it lies."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn import functional

from scoring.models.crop_ranker import CropRanker
from scoring.training.crops.lessons import Lesson
from scoring.training.crops.recipe import CropRecipe
from scoring.training.report import Step

LEAST_SD = 1e-3
"""A feature that hardly varies is not divided by nothing."""


def fit_ranker(plan: CropRecipe, lessons: Sequence[Lesson], step: Step) -> CropRanker:
    """A ranker trained on the CPU, where it takes seconds; with one seed always the same one."""
    torch.manual_seed(plan.seed)
    better, worse, photo, found = (
        # Copied, for torch's memory is aligned: sums over numpy's differ in their last bit from run to run.
        torch.tensor(np.concatenate([getattr(lesson, part) for lesson in lessons]))
        for part in ("better", "worse", "photo", "found")
    )
    schedule, seen = plan.schedule, torch.cat([better, worse])
    ranker = CropRanker(seen.shape[1], schedule.hidden)
    ranker.mean.copy_(seen.mean(dim=0))
    ranker.sd.copy_(seen.std(dim=0) + LEAST_SD)
    optimizer = torch.optim.AdamW(ranker.parameters(), lr=schedule.rate, weight_decay=schedule.decay)
    rates = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, schedule.steps)
    chance = torch.Generator().manual_seed(plan.seed)
    for number in range(schedule.steps):
        pair = torch.randint(len(better), (schedule.pairs,), generator=chance)
        same = torch.randint(len(photo), (schedule.pairs // 4 + 1,), generator=chance)
        ahead = ranker(better[pair]) - ranker(worse[pair])
        apart = ranker(photo[same]) - ranker(found[same])
        loss = functional.softplus(-ahead).mean() + schedule.same_worth * (apart * apart).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        rates.step()
        step("fitting", number + 1, schedule.steps)
    return ranker.eval()
