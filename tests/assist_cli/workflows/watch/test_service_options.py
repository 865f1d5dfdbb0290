"""The options that ask for the same watch again."""

import dataclasses
from pathlib import Path

from assist_cli.workflows.watch.service_options import service_options
from assist_cli.workflows.watch.watch_request import WatchRequest
from index.photo.sidecar_place import Style
from scoring.ranking.advised_marks import Advice

USUAL = WatchRequest((), Path("/c/catalog.db"))
OTHER = {
    "catalog": Path("/other.db"),
    "device": "cpu",
    "weights": "other",
    "profile": "portrait",
    "workers": 3,
    "poll": True,
    "initial": True,
    "sidecars": Style.ADOBE,
    "advice": frozenset({Advice.LABELS}),
}
TOLD_APART = {"paths", "command"}
"""The paths come behind the options, and the command is what the service runs."""


def test_every_wish_changes_the_options():
    usual = service_options(USUAL, {}, notify=False)
    assert {field.name for field in dataclasses.fields(WatchRequest)} == OTHER.keys() | TOLD_APART
    for name, wish in OTHER.items():
        assert service_options(dataclasses.replace(USUAL, **{name: wish}), {}, notify=False) != usual


def test_profile_that_is_a_file_is_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.toml").touch()
    options = service_options(dataclasses.replace(USUAL, profile="mine.toml"), {}, notify=True)
    assert options[options.index("--profile") + 1] == str(tmp_path / "mine.toml")
    assert options[-1] == "--notify"


def test_advice_of_nothing_is_said():
    options = service_options(dataclasses.replace(USUAL, advice=frozenset()), {}, notify=False)
    assert options[-2:] == ["--advice", "none"]
