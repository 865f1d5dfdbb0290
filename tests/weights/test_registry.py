"""Every shipped weights file is whole, documented and measured."""

import pytest

from tests.weights.kept import keep_stand_in, keep_stand_in_faces
from weights.entry import BUNDLED
from weights.registry import (
    DEFAULT_RATING_WEIGHTS,
    EXPOSURE_WEIGHTS,
    WeightsError,
    bundled_entries,
    bundled_entry,
    can_be_used,
    entries,
    find_entry,
    problem_with,
    verify,
)


@pytest.mark.parametrize("entry", bundled_entries().values(), ids=lambda entry: entry.name)
def test_shipped_files_match_their_digests(entry):
    assert [(check.path.name, check.problem) for check in verify(entry)] == [
        (file.path.name, None) for file in entry.files.values()
    ]


def test_every_bundled_file_belongs_to_an_entry():
    known = {file.path for entry in bundled_entries().values() for file in entry.files.values()}
    assert {path for path in BUNDLED.iterdir() if path.suffix in (".onnx", ".safetensors")} == known


def test_rating_weights_reach_the_measured_agreement_and_tell_each_subset():
    validation = find_entry(DEFAULT_RATING_WEIGHTS).facts["validation"]
    assert validation["overall"]["srcc"] >= 0.78
    assert {"ss01", "ss02", "ss03"} <= set(validation)


def test_entry_states_its_data_its_licence_and_that_its_spread_is_a_prior():
    facts = find_entry(DEFAULT_RATING_WEIGHTS).facts
    assert "BIQ2021" in facts["data"]["statement"]
    assert facts["data"]["spread"].startswith("a prior")
    assert facts["licence"] == "Apache-2.0"


def test_entry_says_what_was_chosen_by_the_photos_that_it_is_measured_on():
    assert "the size at which photos are seen" in find_entry(DEFAULT_RATING_WEIGHTS).facts["validation"]["chosen_by_it"]


def test_percentiles_rise():
    percentiles = find_entry(DEFAULT_RATING_WEIGHTS).percentiles
    assert len(percentiles) == 101
    assert list(percentiles) == sorted(percentiles)


def test_unknown_weights_suggest_the_nearest():
    with pytest.raises(WeightsError) as caught:
        find_entry("multi_level_efficientnet_lite0.biq2020")
    assert DEFAULT_RATING_WEIGHTS in caught.value.hint


def test_damaged_file_is_told_from_a_missing_one(tmp_path):
    from weights.entry import WeightsFile

    file = WeightsFile(tmp_path / "x.onnx", "0" * 64)
    assert problem_with(file) == "missing"
    file.path.write_bytes(b"not the weights")
    assert "sha256" in problem_with(file)


def test_exposure_map_ships_but_rates_no_photos():
    assert bundled_entry(EXPOSURE_WEIGHTS).kind == "exposure_map"
    assert EXPOSURE_WEIGHTS not in entries()
    with pytest.raises(WeightsError, match="do not rate photos") as caught:
        find_entry(EXPOSURE_WEIGHTS)
    assert DEFAULT_RATING_WEIGHTS in caught.value.hint


def test_exposure_map_reads_held_out_brackets_better_than_the_mid_tones():
    validation = bundled_entry(EXPOSURE_WEIGHTS).facts["validation"]["camera"]
    assert validation["fused"]["step_mae_ev"] < validation["mid_tones"]["step_mae_ev"]
    assert validation["fused"]["srcc"] >= 0.95


def test_damaged_exposure_map_is_refused(monkeypatch):
    monkeypatch.setattr("weights.registry.problem_with", lambda _: "sha256 is wrong")
    with pytest.raises(WeightsError, match="sha256") as caught:
        bundled_entry(EXPOSURE_WEIGHTS)
    assert "install" in caught.value.hint


def test_a_bundle_can_be_used_once_all_of_it_is_here_and_whole(weights_folder):
    assert not can_be_used("faces")
    keep_stand_in("yunet.2023mar")
    assert can_be_used("yunet.2023mar")
    assert not can_be_used("faces")
    keep_stand_in_faces()
    assert can_be_used("faces")
    (weights_folder / "ocec_s.2025oct" / "ocec_s.2025oct.onnx").write_bytes(b"rotten")
    assert not can_be_used("faces")


@pytest.mark.usefixtures("weights_folder")
def test_asking_for_one_bundle_looks_at_no_other_weights(monkeypatch):
    keep_stand_in_faces()

    def listed():
        raise AssertionError("the folder was listed")

    monkeypatch.setattr("weights.installed.entry_files", listed)
    assert can_be_used("faces")
    assert not can_be_used("tanet.ava")
