"""`assist weights`."""

import dataclasses

import pytest

from weights.registry import DEFAULT_RATING_WEIGHTS, FileCheck


def test_list_names_each_with_its_licence(assist):
    answer = assist("weights", "list")
    assert answer.exit_code == 0
    assert DEFAULT_RATING_WEIGHTS in answer.out


def test_info_tells_source_and_results(assist):
    answer = assist("weights", "info", DEFAULT_RATING_WEIGHTS)
    assert answer.exit_code == 0
    for fact in ("sha256", "licence", "srcc"):
        assert fact in answer.out


def test_an_unknown_name_names_the_nearest(assist):
    answer = assist("weights", "info", DEFAULT_RATING_WEIGHTS[:-1])
    assert answer.exit_code == 1
    assert DEFAULT_RATING_WEIGHTS in answer.err


@pytest.mark.parametrize("name", [[], [DEFAULT_RATING_WEIGHTS]])
def test_verify_finds_what_ships_whole(assist, name):
    answer = assist("weights", "verify", *name)
    assert answer.exit_code == 0
    assert "whole" in answer.out


def test_verify_ends_with_1_when_a_file_is_damaged(assist, monkeypatch, tmp_path):
    damaged = dataclasses.replace(FileCheck(tmp_path / "nima.onnx", None), problem="sha256 is 00, not ff")
    monkeypatch.setattr("assist_cli.workflows.list_weights.verify", lambda _entry: [damaged])
    answer = assist("weights", "verify")
    assert answer.exit_code == 1
    assert "broken  nima.onnx: sha256 is 00, not ff" in answer.out
