"""`assist train`: what is wrong with the request is said before torch is loaded."""

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


def test_the_recipe_is_run_and_its_files_are_printed(assist, tmp_path, monkeypatch):
    calls = []

    def train(recipe, sources, report):
        calls.append((recipe, sources.data, sources.output))
        report("epoch 1: loss 0.1")
        return SimpleNamespace(onnx=Path("a.onnx"), safetensors=Path("a.safetensors"), entry=Path("a.toml"))

    room = ModuleType("scoring.training.run")
    room.train, room.Sources = train, lambda *parts: SimpleNamespace(data=parts[0], backbone=parts[1], output=parts[2])
    monkeypatch.setitem(sys.modules, "scoring.training.run", room)
    (tmp_path / "weights").touch()
    answer = assist(
        "train", "any", "--data", tmp_path, "--backbone", tmp_path / "weights", "--output", tmp_path / "run"
    )
    assert answer.exit_code == 0
    assert calls == [("any", tmp_path, tmp_path / "run")]
    assert answer.out.split() == ["a.onnx", "a.safetensors", "a.toml"]
    assert "epoch 1" in answer.err
