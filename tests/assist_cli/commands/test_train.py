"""`assist train`: what is wrong with the request is said before torch is loaded."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest


@pytest.mark.parametrize(
    ("data", "backbone", "named"), [("nowhere", "weights", "nowhere"), (".", "nothing", "nothing")]
)
def test_missing_sources_are_wrong_usage(assist, tmp_path, monkeypatch, data, backbone, named):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "weights").touch()
    answer = assist("train", "any", "--data", data, "--backbone", backbone)
    assert answer.exit_code == 2
    assert named in answer.err


@pytest.fixture
def sources(tmp_path):
    """Options that name an empty data folder and an empty backbone file."""
    (tmp_path / "data").mkdir()
    (tmp_path / "weights").touch()
    return ("--data", tmp_path / "data", "--backbone", tmp_path / "weights", "--output", tmp_path / "run")


def test_output_that_is_a_file_is_wrong_usage(assist, sources, tmp_path):
    (tmp_path / "run").touch()
    answer = assist("train", "any", *sources)
    assert answer.exit_code == 2
    assert "--output" in answer.err


def test_without_the_train_extra_one_line_says_how_to_install_it_before_torch_is_loaded(assist, sources, monkeypatch):
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "onnx" else there(name))
    monkeypatch.setitem(sys.modules, "scoring.training.run", None)
    answer = assist("train", "multi_level_efficientnet_lite0.biq2021", *sources)
    assert answer.exit_code == 1
    assert "onnx" in answer.err
    assert "pip install -e '.[train]'" in " ".join(answer.err.split())
    assert "unexpected" not in answer.err


@pytest.mark.parametrize(
    ("recipe", "exit_code", "named"),
    [("[split", 2, "is not TOML"), ("", 2, "name is missing"), (None, 1, "no BIQ2021 labels")],
)
def test_what_is_wrong_with_recipe_or_data_is_told_in_a_line_with_a_hint(
    assist, sources, tmp_path, recipe, exit_code, named
):
    mine = tmp_path / "mine.toml"
    if recipe is not None:
        mine.write_text(recipe)
    answer = assist("train", mine if recipe is not None else "multi_level_efficientnet_lite0.biq2021", *sources)
    assert answer.exit_code == exit_code
    assert named in " ".join(answer.err.split())
    assert "; " in answer.err
    assert "unexpected" not in answer.err
    assert not (tmp_path / "run").exists()


@pytest.fixture
def trainings(monkeypatch):
    """What `train` was called with; it trains nothing."""
    calls = []

    def train(recipe, sources, report, device):
        calls.append(SimpleNamespace(recipe=recipe, device=device, **vars(sources)))
        report.step("training", 1, 2)
        report.line("epoch 1: loss 0.1")
        return SimpleNamespace(onnx=Path("a.onnx"), safetensors=Path("a.safetensors"), entry=Path("a.toml"))

    room = ModuleType("scoring.training.run")
    room.train = train
    monkeypatch.setitem(sys.modules, "scoring.training.run", room)
    return calls


def test_the_recipe_is_run_and_its_files_are_printed(assist, sources, trainings, tmp_path):
    answer = assist("train", "any", *sources)
    assert answer.exit_code == 0
    (call,) = trainings
    assert (call.recipe, call.data, call.output, call.device) == ("any", tmp_path / "data", tmp_path / "run", "auto")
    assert answer.out.split() == ["a.onnx", "a.safetensors", "a.toml"]
    assert "epoch 1" in answer.err


@pytest.mark.parametrize("device", ["auto", "cpu", "cuda"])
def test_training_is_told_the_device_that_was_asked_for(assist, sources, trainings, device):
    assist("--device", device, "train", "any", *sources)
    assert [call.device for call in trainings] == [device]


@pytest.mark.parametrize("teacher", ["mobilenet_v2", "=file", "mobilenet_v2="])
def test_teacher_without_name_or_file_is_wrong_usage(assist, sources, teacher):
    answer = assist("train", "any", *sources, "--teacher", teacher)
    assert answer.exit_code == 2
    assert "NAME=FILE" in " ".join(answer.err.split())


def test_teachers_reach_the_run_by_name(assist, sources, trainings):
    answer = assist(
        "train", "any", *sources, "--teacher", "mobilenet_v2=m.pth", "--teacher", "efficientnet_lite2=e.pth"
    )
    assert answer.exit_code == 0
    assert trainings[0].teachers == {"mobilenet_v2": Path("m.pth"), "efficientnet_lite2": Path("e.pth")}
