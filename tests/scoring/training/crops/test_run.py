"""A whole training of a ranker on a small drawn data set."""

import cv2
import numpy as np
import pytest

from scoring.crops.features import NAMES
from scoring.crops.rank import read_ranker
from scoring.training.crops.run import train_crop_ranker
from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.report import Report
from scoring.training.sources import Sources
from tests.scoring.training.drawn_set import write_rated_set, write_recipe
from weights.entry import read_entry

SMALLER = {"steps = 3000": "steps = 20", "canvases = 2": "canvases = 1", "pairs = 512": "pairs = 32"}


def thing(rng):
    rgb = np.full((96, 96, 3), 120, np.uint8)
    cv2.circle(rgb, (int(rng.integers(30, 66)), int(rng.integers(30, 66))), 14, (230, 60, 40), -1)
    return rgb


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A data set of 25 photos of a ball, and a recipe of few steps."""
    folder = tmp_path_factory.mktemp("drawn")
    rng = np.random.default_rng(0)
    write_rated_set(folder, ((thing(rng), rng.random()) for _ in range(25)))
    write_recipe(folder / "small.toml", "crop_ranker.biq2021", SMALLER)
    return folder


def run(drawn, output, data=None):
    sources = Sources(data or drawn, None, {}, output)
    return train_crop_ranker(drawn / "small.toml", sources, Report(lambda _line: None))


def test_training_twice_makes_the_same_files_with_an_entry_that_says_so(drawn, tmp_path):
    one, other = run(drawn, tmp_path / "one"), run(drawn, tmp_path / "other")
    assert one.safetensors.read_bytes() == other.safetensors.read_bytes()
    assert one.entry.read_text() == other.entry.read_text()
    entry = read_entry(one.entry)
    assert entry.kind == "crop_ranker"
    assert entry.facts["validation"]["ranker"]["photos"] > 0
    assert np.isfinite(read_ranker(one.safetensors).values(np.zeros((1, len(NAMES))))).all()


def test_set_of_a_handful_is_refused(drawn, tmp_path):
    rng = np.random.default_rng(0)
    few = tmp_path / "few"
    few.mkdir()
    write_rated_set(few, ((thing(rng), rng.random()) for _ in range(6)))
    with pytest.raises(DatasetError, match="too few"):
        run(drawn, tmp_path / "out", few)
