"""What is held out is never trained on, and a set too small for that is refused."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.held_out import hold_out
from scoring.training.loop import Batches
from scoring.training.rating_prior import usual_distribution
from scoring.training.recipe import read_recipe

PLAN = read_recipe("nima_mobilenet_v2.biq2021")
MOS = np.linspace(2.0, 9.0, 40)


@pytest.fixture
def photos():
    distribution = np.stack([usual_distribution(float(mean)) for mean in MOS])
    return RatedPhotos(tuple(Path(f"{i}.jpg") for i in range(40)), MOS, ("a",) * 40, distribution, "drawn")


@pytest.fixture
def batches():
    targets = torch.from_numpy(np.stack([usual_distribution(float(mean)) for mean in MOS])).float()
    return Batches(np.zeros((40, 32, 32, 3), np.uint8), targets, PLAN.preprocessing, "cpu")


@pytest.fixture
def features():
    """Every photo a scene of its own, but the first two, which are one."""
    generator = torch.Generator().manual_seed(0)
    features = torch.randn(40, 5632, generator=generator)
    features[1] = features[0]
    return features


def test_every_photo_is_on_one_side_and_a_scene_never_on_both(photos, batches, features):
    kept, held_out = hold_out(PLAN, photos, batches, features)
    assert sorted([*kept, *held_out.rows]) == list(range(40))
    assert len(held_out.rows) == 8
    assert held_out.scenes[0] == held_out.scenes[1]
    assert (0 in kept) == (1 in kept)


@pytest.mark.parametrize(
    "change", [{"schedule": replace(PLAN.schedule, batch=33)}, {"split": replace(PLAN.split, validation_share=0.01)}]
)
def test_set_too_small_for_the_recipe_is_refused_with_its_numbers(photos, batches, features, change):
    with pytest.raises(DatasetError, match=r"\d+ photos to train on and \d+ held out are too few"):
        hold_out(replace(PLAN, **change), photos, batches, features)


def test_perfect_predictions_agree_fully_and_lose_nothing(photos, batches, features):
    _, held_out = hold_out(PLAN, photos, batches, features)
    perfect = batches.targets[held_out.rows].double().numpy()
    assert held_out.agreement(perfect)["overall"]["srcc"] == pytest.approx(1.0)
    assert held_out.loss(perfect) == pytest.approx(0.0, abs=1e-6)
    assert held_out.loss(perfect[::-1]) > 0.05
