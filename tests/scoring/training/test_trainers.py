"""A recipe finds its training."""

from scoring.training.embedder.run import train_embedder
from scoring.training.exposure.run import train_exposure_map
from scoring.training.recipe import RECIPES
from scoring.training.run import train
from scoring.training.saliency.run import train_saliency
from scoring.training.tilts.run import train_tilt_reader
from scoring.training.trainers import trainer_of


def test_each_shipped_recipe_finds_its_training():
    assert trainer_of("exposure_map.biq2021") is train_exposure_map
    assert trainer_of(RECIPES / "exposure_map.biq2021.toml") is train_exposure_map
    assert trainer_of("saliency.biq2021") is train_saliency
    assert trainer_of("tilt_reader.biq2021") is train_tilt_reader
    assert trainer_of("embedder.biq2021") is train_embedder
    assert trainer_of("multi_level_efficientnet_lite0.biq2021") is train


def test_missing_and_damaged_recipes_are_left_to_the_rating_network(tmp_path):
    (tmp_path / "damaged.toml").write_text("kind = ")
    assert trainer_of("nonsense") is train
    assert trainer_of(tmp_path / "damaged.toml") is train
