"""The reader learns which lean turned copies share, however crooked their photo was."""

from dataclasses import replace

import numpy as np
import torch

from scoring.crops.lean_votes import LEANS_DEG
from scoring.training.tilts.loop import fit_lean_reader
from scoring.training.tilts.recipe import read_tilt_recipe
from scoring.training.tilts.turned import TurnedPhoto

RECIPE = read_tilt_recipe("tilt_reader.biq2021")
PLAN = replace(RECIPE, schedule=replace(RECIPE.schedule, steps=200, photos=16, hidden=8))


def photos(count, seed):
    """The first row peaks at the tilt, the second somewhere; a photo is a little crooked to begin with."""
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        turned = np.array([0.0, *rng.uniform(-9, 9, 3)], np.float32)
        tilts, elsewhere = turned + rng.normal(0.0, 0.7), rng.uniform(-12, 12, 4)
        peaks = [np.exp(-((LEANS_DEG - at[:, None]) ** 2)) for at in (tilts, elsewhere)]
        made.append(TurnedPhoto(np.asarray(np.stack(peaks, axis=1), np.float32), turned))
    return made


def test_reader_finds_the_row_that_turns_with_the_photo():
    reader = fit_lean_reader(PLAN, photos(80, 1), lambda *_: None)
    held = photos(20, 2)
    evidence = torch.tensor(np.concatenate([one.evidence for one in held]))
    with torch.inference_mode():
        found = LEANS_DEG[reader(evidence).argmax(dim=1).numpy()]
    truth = LEANS_DEG[evidence[:, 0].argmax(dim=1).numpy()]
    assert (np.abs(found - truth) <= 0.5).mean() > 0.9


def test_same_seed_gives_the_same_reader():
    few = replace(PLAN, schedule=replace(PLAN.schedule, steps=10))
    one, other = (fit_lean_reader(few, photos(20, 1), lambda *_: None).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)
