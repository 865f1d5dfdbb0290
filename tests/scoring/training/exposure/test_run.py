"""A whole training of an exposure map on a small drawn data set: the same numbers every time, interrupted or not."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from scoring.engines.onnx_cpu import OnnxExposureEngine
from scoring.training.datasets.rated_photos import DatasetError
from scoring.training.exposure.run import train_exposure_map
from scoring.training.recipe import RecipeError
from scoring.training.report import Report
from scoring.training.sources import Sources
from tests.scoring.training.drawn_set import write_rated_set, write_recipe
from weights.digest import sha256
from weights.entry import WeightsFile, read_entry

SMALLER = {
    "steps = 4000": "steps = 4",
    "photos = 12": "photos = 2",
    "checkpoint_every = 100": "checkpoint_every = 2",
    "stored_px = 256": "stored_px = 64",
    "edge_px = 160": "edge_px = 64",
}


def soft_mid_tones(generator):
    return cv2.resize(generator.integers(40, 200, (6, 6, 3), dtype=np.uint8), (64, 64))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A data set of 40 photos of soft mid-tones, and a recipe of four steps."""
    folder = tmp_path_factory.mktemp("drawn")
    generator = np.random.default_rng(0)
    write_rated_set(folder, ((soft_mid_tones(generator), generator.random()) for _ in range(40)))
    write_recipe(folder / "small.toml", "exposure_map.biq2021", SMALLER)
    return folder


def run(drawn, output, line=lambda _line: None):
    return train_exposure_map(drawn / "small.toml", Sources(drawn, None, {}, output), Report(line), "cpu")


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
    assert entry.kind == "exposure_map"
    assert entry.percentiles == ()
    assert set(entry.facts["validation"]["camera"]) == {"network", "mid_tones", "fused"}
    file = WeightsFile(unbroken.onnx, sha256(unbroken.onnx))
    assert file.sha256 == entry.files["onnx"].sha256
    reading = OnnxExposureEngine(replace(entry, files={"onnx": file})).read(np.full((50, 70, 3), 118, np.uint8))
    assert np.isfinite(reading.ev).all()


@pytest.mark.parametrize(
    ("backbone", "teachers"), [(Path("lite0.pth"), {}), (None, {"mobilenet_v2": Path("v2.safetensors")})]
)
def test_backbone_or_teacher_that_would_be_ignored_is_refused(drawn, tmp_path, backbone, teachers):
    with pytest.raises(RecipeError, match="starts from random parameters") as caught:
        train_exposure_map(
            drawn / "small.toml", Sources(drawn, backbone, teachers, tmp_path / "out"), Report(print), "cpu"
        )
    assert "--backbone" in caught.value.hint
    assert not (tmp_path / "out").exists()


def test_set_without_well_exposed_photos_is_refused(drawn, tmp_path):
    write_rated_set(tmp_path, [(np.zeros((64, 64, 3), np.uint8), 0.5)] * 10)
    with pytest.raises(DatasetError, match="too few") as caught:
        train_exposure_map(drawn / "small.toml", Sources(tmp_path, None, {}, tmp_path / "out"), Report(print), "cpu")
    assert caught.value.hint
