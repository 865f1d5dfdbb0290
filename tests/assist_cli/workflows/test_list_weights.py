"""The list tells what ships, what is here, what is damaged and what could be had."""

import pytest

from assist_cli.workflows.list_weights import State, check_weights, facts_of, list_weights
from tests.weights.kept import keep_stand_in, keep_stand_in_faces
from weights.bundles import BUNDLES, FACES
from weights.cache import staged
from weights.errors import WeightsError
from weights.keep import write_entry
from weights.public_checkpoint import find_public_checkpoint, public_checkpoints
from weights.registry import DEFAULT_RATING_WEIGHTS, bundled_entries

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
    ships = len(bundled_entries())
    assert listed[:ships] == list(bundled_entries())
    assert sorted(listed[ships:]) == listed[ships:] == sorted([*public_checkpoints(), *BUNDLES])
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


def test_a_bundle_is_here_once_all_its_parts_are(own):
    assert states()["faces"] is State.NOT_HERE
    keep_stand_in("yunet.2023mar")
    assert states()["faces"] is State.NOT_HERE
    keep_stand_in_faces()
    assert states()["faces"] is State.HERE
    (own.parent / "yunet.2023mar" / "yunet.2023mar.toml").write_text("name = ")
    assert states()["faces"] is State.DAMAGED


@pytest.mark.usefixtures("own")
def test_a_bundle_is_told_and_checked_part_by_part():
    (line,) = [line for line in list_weights() if line.name == "faces"]
    assert line.licence == "MIT"
    assert all(part in line.summary for part in FACES.parts)
    told = facts_of("faces")
    assert told["parts"] == list(FACES.parts)
    assert told["eye_state"]["name"] == "ocec_s.2025oct"
    keep_stand_in_faces()
    assert [check.path.stem for check in check_weights("faces")] == list(FACES.parts)
