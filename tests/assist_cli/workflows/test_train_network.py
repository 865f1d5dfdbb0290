"""What is refused before torch is loaded, and that the rest is handed on as it came."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from assist_cli.failures import AssistError, BadRequestError
from assist_cli.workflows.train_network import train_network
from scoring.training.sources import Sources


@pytest.fixture
def sources(tmp_path):
    return Sources(tmp_path, None, {}, tmp_path / "runs")


def asked(sources):
    return train_network("a_recipe", sources, "cpu", lambda _line: None, lambda *_: None)


@pytest.mark.parametrize(
    ("wrong", "told", "option"),
    [
        ({"data": Path("nowhere")}, "no folder nowhere", "--data"),
        ({"backbone": Path("nowhere.pth")}, "no file nowhere.pth", "--backbone"),
        ({"output": Path(__file__)}, "is a file", "--output"),
    ],
)
def test_wrong_place_is_refused_with_the_option_that_names_it(sources, wrong, told, option):
    with pytest.raises(BadRequestError, match=told) as caught:
        asked(replace(sources, **wrong))
    assert option in caught.value.hint


def test_want_of_onnx_is_told_with_how_to_get_it(sources, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(AssistError, match="onnx") as caught:
        asked(sources)
    assert "[train]" in caught.value.hint


def test_training_of_the_recipe_gets_the_sources_and_its_files_come_back(sources, monkeypatch):
    heard = []

    def trained(recipe, places, _report, device):
        heard.append((recipe, places, device))
        return SimpleNamespace(onnx=Path("a.onnx"), safetensors=Path("a.safetensors"), entry=Path("a.toml"))

    monkeypatch.setattr("scoring.training.trainers.trainer_of", lambda _recipe: trained)
    assert asked(sources) == (Path("a.onnx"), Path("a.safetensors"), Path("a.toml"))
    assert heard == [("a_recipe", sources, "cpu")]
