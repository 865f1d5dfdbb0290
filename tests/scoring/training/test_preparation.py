"""What a run is given: photos that may be trained on, a start that follows the seed, and a name that tells runs apart."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from scoring.training.datasets.rated_photos import DatasetError, RatedPhotos
from scoring.training.preparation import but_the_test_side, left_out_in_words, read_set, run_digest, untrained_network
from scoring.training.recipe import RecipeError, read_recipe


def test_random_start_is_that_of_the_seed():
    plan = read_recipe("nima_efficientnet_lite0.biq2021")
    first, again, other = (untrained_network(replace(plan, seed=seed), None).head.weight for seed in (3, 3, 4))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def photos_on(sides):
    count = len(sides)
    paths = tuple(Path(f"{number}.png") for number in range(count))
    opinions = np.linspace(2.0, 8.0, count), ("a",) * count, np.full((count, 10), 0.1)
    return RatedPhotos(paths, *opinions, "drawn", tuple(sides), left_out=(Path("gone.png"),))


def test_published_test_side_is_never_trained_on_nor_held_out():
    kept = but_the_test_side(photos_on(["train", "test", "validation", "test"]))
    assert [path.name for path in kept.paths] == ["0.png", "2.png"]
    assert kept.left_out == (Path("gone.png"),)


def test_set_without_a_published_split_is_trained_on_whole():
    photos = replace(photos_on(["train"] * 3), split=())
    assert but_the_test_side(photos).paths == photos.paths


def test_set_of_nothing_but_its_test_side_teaches_nothing():
    with pytest.raises(DatasetError, match="published test side"):
        but_the_test_side(photos_on(["test", "test"]))


def test_run_is_not_taken_up_with_other_opinions_or_teachers(tmp_path):
    plan, photos = read_recipe("multi_level_efficientnet_lite0.biq2021"), photos_on(["train"] * 3)
    teacher = tmp_path / "teacher.pth"
    teacher.write_bytes(b"one")
    names = {run_digest(plan, photos, [None, teacher], "cpu"), run_digest(plan, photos, [None], "cpu")}
    names.add(run_digest(plan, replace(photos, mos=photos.mos + 0.1), [None, teacher], "cpu"))
    teacher.write_bytes(b"another")
    names.add(run_digest(plan, photos, [None, teacher], "cpu"))
    assert len(names) == 4
    assert run_digest(plan, photos, [None, teacher], "cpu") in names


def test_unknown_data_set_is_refused_with_those_that_are_known(tmp_path):
    with pytest.raises(RecipeError, match="unheard") as caught:
        read_set("unheard", tmp_path)
    assert "biq2021" in caught.value.hint


def test_every_picture_left_out_is_named():
    told = left_out_in_words([Path("a/one.jpg"), Path("b/two.jpg")])
    assert told.startswith("2 pictures")
    assert told.endswith("one.jpg, two.jpg")
