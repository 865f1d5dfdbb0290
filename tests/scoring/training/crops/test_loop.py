"""The ranker learns which of two crops is better."""

from dataclasses import replace

import numpy as np
import torch

from scoring.crops.features import NAMES
from scoring.training.crops.lessons import Lesson
from scoring.training.crops.loop import fit_ranker
from scoring.training.crops.recipe import read_crop_recipe

RECIPE = read_crop_recipe("crop_ranker.biq2021")
PLAN = replace(RECIPE, schedule=replace(RECIPE.schedule, steps=150, pairs=64))


def lessons(count=20):
    """The better crop always has the larger first feature; all others are chance."""
    rng = np.random.default_rng(4)
    made = []
    for _ in range(count):
        better, worse = (rng.normal(0.0, 1.0, (12, len(NAMES))).astype(np.float32) for _ in range(2))
        better[:, 0] += 3.0
        made.append(Lesson(better, worse, better[:2], better[:2]))
    return made


def test_ranker_puts_the_better_crop_first():
    ranker = fit_ranker(PLAN, lessons(), lambda *_: None)
    held = lessons(25)[-5:]
    with torch.inference_mode():
        right = [
            float((ranker(torch.tensor(one.better)) > ranker(torch.tensor(one.worse))).float().mean()) for one in held
        ]
    assert np.mean(right) > 0.9


def test_same_seed_gives_the_same_ranker():
    one, other = (fit_ranker(PLAN, lessons(), lambda *_: None).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)
