"""What is held out is never trained on, and a set too small for that is refused."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from scoring.models.rating_network import RatingNetwork
from scoring.training.batches import Batches
from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.held_out import SHIPPED, hold_out
from scoring.training.pictures import open_pictures
from scoring.training.rating_prior import usual_distribution
from scoring.training.recipe import read_recipe
from scoring.training.report import Report
from scoring.training.splits import HERE, known_split

PLAN = read_recipe("multi_level_efficientnet_lite0.biq2021")
PLAN = replace(
    PLAN,
    split=replace(PLAN.split, near_duplicate_cosine=0.9),
    preprocessing=replace(PLAN.preprocessing, edge_px=48),
    schedule=replace(PLAN.schedule, edge_px=32),
)
MOS = np.linspace(2.0, 9.0, 40)


SILENT = Report(lambda _line: None)


def drawn(folder, names):
    """Photos of random pixels under these names; the first two look alike."""
    generator = np.random.default_rng(0)
    pictures = generator.integers(0, 256, (len(names), 32, 32, 3), dtype=np.uint8)
    pictures[1] = pictures[0]
    for name, picture in zip(names, pictures, strict=True):
        Image.fromarray(picture).save(folder / name, format="PNG")
    distribution = np.stack([usual_distribution(float(mean)) for mean in MOS])
    paths = tuple(folder / name for name in names)
    return RatedPhotos(paths, MOS, ("a",) * len(names), distribution, "drawn")


@pytest.fixture
def photos(tmp_path):
    return drawn(tmp_path, [f"{number}.png" for number in range(40)])


def batches_of(photos):
    _, pictures = open_pictures(photos, PLAN.training_preprocessing, SILENT)
    return Batches(pictures, torch.from_numpy(photos.distribution).float(), "cpu")


@pytest.fixture
def batches(photos):
    return batches_of(photos)


class Eye(RatingNetwork):
    """Sees every pixel as it is, so that only equal pictures are one scene."""

    def __init__(self):
        super().__init__()
        self.blocks = lambda inputs: [inputs.flatten(1)[:, :, None, None]]


def test_every_photo_is_on_one_side_and_a_scene_never_on_both(photos, batches):
    kept, held_out = hold_out(PLAN, photos, batches, Eye(), SILENT)
    assert sorted([*kept, *held_out.rows]) == list(range(40))
    assert len(held_out.rows) == 8
    assert held_out.how == "20% of each subset by near-duplicate scene (cosine 0.9)"
    assert held_out.scenes[0] == held_out.scenes[1]
    assert (0 in kept) == (1 in kept)


@pytest.mark.parametrize(
    "change", [{"schedule": replace(PLAN.schedule, batch=33)}, {"split": replace(PLAN.split, validation_share=0.01)}]
)
def test_set_too_small_for_the_recipe_is_refused_with_its_numbers(photos, batches, change):
    with pytest.raises(DatasetError, match=r"\d+ photos to train on and \d+ held out are too few"):
        hold_out(replace(PLAN, **change), photos, batches, Eye(), SILENT)


def test_perfect_predictions_agree_fully_and_lose_nothing(photos, batches):
    _, held_out = hold_out(PLAN, photos, batches, Eye(), SILENT)
    perfect = batches.targets[held_out.rows].double().numpy()
    assert held_out.agreement(perfect)["overall"]["srcc"] == pytest.approx(1.0)
    assert held_out.loss(perfect) == pytest.approx(0.0, abs=1e-6)
    assert held_out.loss(perfect[::-1]) > 0.05


def test_held_out_photos_are_seen_as_they_will_be_scored_and_in_their_order(photos, batches):
    _, held_out = hold_out(PLAN, photos, batches, Eye(), SILENT)
    assert batches.pictures.sizes.max() == 32
    assert np.unique(held_out.asked.pictures.sizes).tolist() == [48]
    assert list(held_out.asked.pictures.paths) == [photos.paths[row] for row in held_out.rows]
    assert torch.equal(held_out.asked.targets, batches.targets[torch.from_numpy(held_out.rows)])


def test_split_that_ships_is_kept_to(tmp_path):
    names = [line.split(",")[0] for line in (HERE / "biq2021.csv").read_text().splitlines()[1:41]]
    known = drawn(tmp_path, names)
    _, held_out = hold_out(PLAN, known, batches_of(known), Eye(), SILENT)
    assert held_out.how == SHIPPED
    assert held_out.rows.tolist() == np.flatnonzero(known_split("biq2021", known).held_out).tolist()
