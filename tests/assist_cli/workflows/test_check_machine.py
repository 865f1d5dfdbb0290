"""What doctor tries."""

import pytest

from assist_cli.settings import Settings
from assist_cli.workflows.check_machine import State, check_machine
from index.catalog.database import open_catalog
from scoring.engines.errors import DeviceError
from tests.weights.kept import keep_stand_in_faces


@pytest.fixture
def checks(tmp_path):
    def run(**options):
        settings = Settings(**{"catalog": tmp_path / "catalog.db", **options})
        return {check.part: check for check in check_machine(settings)}

    return run


def test_every_part_is_tried_and_works_here(checks):
    found = checks()
    parts = {"JPEG", "PNG", "TIFF", "WebP", "HEIF", "AVIF", "RAW", "weights", "judging", "faces", "catalogue"}
    assert parts == set(found)
    # Nobody has pulled the weights for faces in this test.
    assert {part for part, check in found.items() if check.state is not State.WORKS} == {"faces"}


def test_faces_that_nobody_can_judge_are_told_with_how_to_get_there(checks):
    check = checks()["faces"]
    assert check.state is State.LIMITED
    assert check.hint.startswith("assist weights pull faces")


def test_faces_work_or_are_broken_as_their_weights_are(checks, tmp_path, monkeypatch):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    keep_stand_in_faces()
    monkeypatch.setattr("scoring.engines.face_finder.FaceFinder", lambda _detector, _eyes: lambda _rgb, _smaller: ())
    assert checks()["faces"].state is State.WORKS
    (tmp_path / "weights" / "ocec_s.2025oct" / "ocec_s.2025oct.onnx").write_bytes(b"rotten")
    broken = checks()["faces"]
    assert (broken.state, broken.hint) == (State.BROKEN, "assist weights pull faces")


@pytest.mark.parametrize("rotten", ["yunet.2023mar.toml", "yunet.2023mar.onnx"])
def test_damaged_weights_for_faces_are_told_once(tmp_path, monkeypatch, caplog, rotten):
    monkeypatch.setenv("ASSIST_WEIGHTS", str(tmp_path / "weights"))
    keep_stand_in_faces()
    (tmp_path / "weights" / "yunet.2023mar" / rotten).write_bytes(b"rotten")
    told = list(check_machine(Settings(tmp_path / "catalog.db")))
    assert [check.part for check in told if rotten in check.detail] == ["faces"]
    assert caplog.messages == []


def test_a_catalogue_that_is_not_ours_is_broken_with_a_hint(checks, tmp_path):
    (tmp_path / "catalog.db").write_text("somebody else's")
    broken = checks()["catalogue"]
    assert broken.state is State.BROKEN
    assert "--catalog" in broken.hint


def test_a_device_that_cannot_be_had_is_broken(checks, monkeypatch):
    def refuse(_device, _weights):
        raise DeviceError("CUDA cannot be used here", "run with --device cpu")

    monkeypatch.setattr("assist_cli.workflows.check_machine.open_rating_engine", refuse)
    broken = checks()["judging"]
    assert (broken.state, broken.hint) == (State.BROKEN, "run with --device cpu")


def test_a_damaged_catalogue_is_broken(checks, tmp_path):
    path = tmp_path / "catalog.db"
    open_catalog(path).close()
    path.write_bytes(path.read_bytes()[:4096] + b"\x5a" * (path.stat().st_size - 4096))
    assert checks()["catalogue"].state is State.BROKEN


def test_a_place_that_cannot_be_written_is_broken(checks, tmp_path):
    (tmp_path / "file").touch()
    broken = checks(catalog=tmp_path / "file" / "catalog.db")["catalogue"]
    assert broken.state is State.BROKEN
    assert "--catalog" in broken.hint


@pytest.mark.parametrize(("free_bytes", "state"), [(12_300_000, State.LIMITED), (100_000_000, State.WORKS)])
def test_little_room_on_the_disk_is_told(checks, monkeypatch, free_bytes, state):
    monkeypatch.setattr("assist_cli.workflows.check_machine.free_bytes", lambda _path: free_bytes)
    check = checks()["catalogue"]
    assert check.state is state
    assert ("only 12 MB are free" in check.detail) is (state is State.LIMITED)


def test_a_catalogue_not_yet_made_is_not_made(checks, tmp_path):
    check = checks()["catalogue"]
    assert check.state is State.WORKS
    assert "made by the first run" in check.detail
    assert not (tmp_path / "catalog.db").exists()
