"""A whole training of a reader of tilts on a small drawn data set."""

import numpy as np
import pytest

from scoring.crops.lean_evidence import ROWS
from scoring.crops.lean_reader import read_lean_reader
from scoring.crops.lean_votes import LEANS_DEG
from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.report import Report
from scoring.training.sources import Sources
from scoring.training.tilts.run import train_tilt_reader
from tests.scoring.crops.drawn_scenes import wall
from tests.scoring.training.drawn_set import write_rated_set, write_recipe
from weights.entry import read_entry

SMALLER = {"steps = 1200": "steps = 10", "copies = 11": "copies = 2", "photos = 32": "photos = 4"}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A data set of 16 walls, and a recipe of few steps."""
    folder = tmp_path_factory.mktemp("drawn")
    write_rated_set(folder, ((wall(tilt)[::2, ::2].copy(), 0.5) for tilt in np.linspace(-2, 2, 16)))
    write_recipe(folder / "small.toml", "tilt_reader.biq2021", SMALLER)
    return folder


def run(drawn, output, data=None):
    sources = Sources(data or drawn, None, {}, output)
    return train_tilt_reader(drawn / "small.toml", sources, Report(lambda _line: None))


def test_training_twice_makes_the_same_files_with_an_entry_that_says_so(drawn, tmp_path):
    one, other = run(drawn, tmp_path / "one"), run(drawn, tmp_path / "other")
    assert one.safetensors.read_bytes() == other.safetensors.read_bytes()
    assert one.entry.read_text() == other.entry.read_text()
    entry = read_entry(one.entry)
    assert entry.kind == "tilt_reader"
    assert entry.facts["validation"]["reader"]["photos"] > 0
    chances = read_lean_reader(one.safetensors).chances(np.zeros((ROWS, len(LEANS_DEG))))
    assert chances.sum() == pytest.approx(1.0)


def test_set_of_a_handful_is_refused(drawn, tmp_path):
    few = tmp_path / "few"
    few.mkdir()
    write_rated_set(few, ((wall(), 0.5) for _ in range(5)))
    with pytest.raises(DatasetError, match="too few"):
        run(drawn, tmp_path / "out", few)
