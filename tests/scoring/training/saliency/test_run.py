"""A whole training of a saliency network on a small drawn data set: the same files every time, interrupted or not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from scoring.engines.onnx_cpu import OnnxSaliencyEngine
from scoring.training.recipe import RecipeError
from scoring.training.report import Report
from scoring.training.saliency.run import train_saliency
from scoring.training.sources import Sources
from tests.scoring.training.drawn_set import write_rated_set, write_recipe
from tests.scoring.training.saliency.drawn_focus import focused_photo
from weights.digest import sha256
from weights.entry import WeightsFile, read_entry

SMALLER = {
    "steps = 1100": "steps = 4",
    "photos = 16": "photos = 2",
    "checkpoint_every = 100": "checkpoint_every = 2",
    "stored_px = 320": "stored_px = 256",
    "grounds = 500": "grounds = 4",
    "edge_px = 160": "edge_px = 64",
}
BLACK = np.zeros((512, 512, 3), np.uint8)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A data set of 40 photos, half of which tell their subject, and a recipe of four steps."""
    folder = tmp_path_factory.mktemp("drawn")
    generator = np.random.default_rng(0)
    write_rated_set(folder, ((focused_photo(generator)[0] if n % 2 else BLACK, 0.5) for n in range(40)))
    write_recipe(folder / "small.toml", "saliency.biq2021", SMALLER)
    return folder


def run(drawn, output, line=lambda _line: None):
    return train_saliency(drawn / "small.toml", Sources(drawn, None, {}, output), Report(line), "cpu")


@pytest.fixture(scope="module")
def unbroken(drawn, tmp_path_factory):
    return run(drawn, tmp_path_factory.mktemp("unbroken"))


def numbers(trained):
    return trained.safetensors.read_bytes(), trained.onnx.read_bytes(), trained.entry.read_text()


class KilledError(Exception):
    """The machine was switched off."""


def test_interrupted_run_makes_the_same_files(drawn, unbroken, tmp_path):
    def killed(line):
        if line.startswith("step 2"):
            raise KilledError

    with pytest.raises(KilledError):
        run(drawn, tmp_path, killed)
    told = []
    assert numbers(run(drawn, tmp_path, told.append)) == numbers(unbroken)
    assert not any(line.startswith("step 2") for line in told)


def test_run_writes_an_entry_that_the_engine_takes(unbroken):
    entry = read_entry(unbroken.entry)
    assert (entry.kind, entry.percentiles) == ("saliency", ())
    assert set(entry.facts["validation"]) == {"split", "focus", "blurred", "composite"}
    file = WeightsFile(unbroken.onnx, sha256(unbroken.onnx))
    assert file.sha256 == entry.files["onnx"].sha256
    saliency = OnnxSaliencyEngine(replace(entry, files={"onnx": file})).read(np.full((50, 70, 3), 118, np.uint8))
    assert 0.0 <= saliency.min() <= saliency.max() <= 1.0


def test_teacher_that_would_be_ignored_is_refused(drawn, tmp_path):
    sources = Sources(drawn, None, {"mobilenet_v2": Path("v2.safetensors")}, tmp_path / "out")
    with pytest.raises(RecipeError, match="no teachers") as caught:
        train_saliency(drawn / "small.toml", sources, Report(print), "cpu")
    assert "--teacher" in caught.value.hint
    assert not (tmp_path / "out").exists()


def test_missing_backbone_is_refused_before_any_photo_is_read(drawn, tmp_path):
    sources = Sources(tmp_path / "nothing", tmp_path / "lite0.pth", {}, tmp_path / "out")
    with pytest.raises(RecipeError, match="no backbone weights at"):
        train_saliency(drawn / "small.toml", sources, Report(print), "cpu")
