"""What doctor tries."""

import pytest

from assist_cli.settings import Settings
from assist_cli.workflows.check_machine import State, check_machine
from scoring.engines.errors import DeviceError


@pytest.fixture
def checks(tmp_path):
    def run(**options):
        settings = Settings(tmp_path / "catalog.db", **options)
        return {check.part: check for check in check_machine(settings)}

    return run


def test_every_part_is_tried_and_works_here(checks):
    found = checks()
    assert {"JPEG", "PNG", "TIFF", "WebP", "HEIF", "AVIF", "RAW", "weights", "judging", "catalogue"} == set(found)
    assert {part: check.detail for part, check in found.items() if check.state is not State.WORKS} == {}


def test_a_catalogue_that_is_not_ours_is_broken_with_a_hint(checks, tmp_path):
    (tmp_path / "catalog.db").write_text("somebody else's")
    broken = checks()["catalogue"]
    assert broken.state is State.BROKEN
    assert "--catalog" in broken.hint


def test_a_device_that_cannot_be_had_is_broken(checks, monkeypatch):
    def refuse(_device):
        raise DeviceError("CUDA cannot be used here", "run with --device cpu")

    monkeypatch.setattr("assist_cli.workflows.check_machine.open_judge", refuse)
    broken = checks()["judging"]
    assert (broken.state, broken.hint) == (State.BROKEN, "run with --device cpu")


def test_a_catalogue_not_yet_made_is_not_made(checks, tmp_path):
    assert checks()["catalogue"].state is State.WORKS
    assert not (tmp_path / "catalog.db").exists()
