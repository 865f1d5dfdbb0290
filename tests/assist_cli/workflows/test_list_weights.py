"""The list tells what ships, what is here, what is damaged and what could be had."""

import pytest

from assist_cli.workflows.list_weights import State, check_weights, facts_of, list_weights
from weights.cache import staged
from weights.errors import WeightsError
from weights.keep import write_entry
from weights.public_checkpoint import find_public_checkpoint, public_checkpoints
from weights.registry import DEFAULT_RATING_WEIGHTS

NAME = "tanet.ava"


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    with staged(NAME) as folder:
        made = [folder / f"{NAME}.onnx", folder / f"{NAME}.safetensors"]
        for file in made:
            file.write_bytes(b"a network")
        write_entry(find_public_checkpoint(NAME), made, {"network": "ab" * 32}, folder)
    return tmp_path / "weights" / NAME


def states():
    return {line.name: line.state for line in list_weights()}


@pytest.mark.usefixtures("own")
def test_every_checkpoint_is_listed_once_after_what_ships():
    listed = [line.name for line in list_weights()]
    assert listed[0] == DEFAULT_RATING_WEIGHTS
    assert sorted(listed[1:]) == listed[1:] == sorted(public_checkpoints())
    assert states()[DEFAULT_RATING_WEIGHTS] is State.SHIPS
    assert states()[NAME] is State.HERE
    assert states()["yunet.2023mar"] is State.NOT_HERE


def test_damaged_entry_is_listed_with_the_reason_and_fails_the_check(own):
    (own / f"{NAME}.toml").write_text("name = ")
    (line,) = [line for line in list_weights() if line.name == NAME]
    assert line.state is State.DAMAGED
    assert "is damaged" in line.summary
    assert [check.problem for check in check_weights(None) if check.path.parent == own] == [line.summary]


@pytest.mark.usefixtures("own")
def test_facts_are_told_of_weights_here_or_not():
    assert facts_of(NAME)["made_from"]
    assert "made_from" not in facts_of("yunet.2023mar")
    assert facts_of(DEFAULT_RATING_WEIGHTS)["validation"]
    with pytest.raises(WeightsError, match="no weights are called"):
        facts_of("nothing.like_it")


def test_own_files_are_checked_with_the_rest(own):
    assert not [check for check in check_weights(None) if check.problem]
    (own / f"{NAME}.onnx").write_bytes(b"rotten")
    assert [check.path.name for check in check_weights(NAME) if check.problem] == [f"{NAME}.onnx"]
    assert [check.path.name for check in check_weights(None) if check.problem] == [f"{NAME}.onnx"]
    with pytest.raises(WeightsError, match="are not here"):
        check_weights("yunet.2023mar")
